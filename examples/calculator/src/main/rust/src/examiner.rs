//! Puts questions to a calculator that somebody else implements, Java for example, and knows the answers.

use crate::generated::calc;
use crate::generated::calc::{accept_calculator, export_examiner};
use crate::generated::calc::{BinaryOp, Calculator, CalculatorTable, Exam, Examiner, Failure, Report};
use crate::generated::p2f::{BatchError, CallError};
use std::sync::{PoisonError, RwLock};
use std::time::Instant;

/// The calculator that was offered last.
static CALCULATOR: RwLock<Option<CalculatorTable>> = RwLock::new(None);

fn accept(calculator: CalculatorTable) -> Result<(), CallError> {
    *CALCULATOR.write().unwrap_or_else(PoisonError::into_inner) = Some(calculator);
    Ok(())
}

accept_calculator!(accept);

type Single = fn(&CalculatorTable, &BinaryOp, &mut calc::Result) -> Result<(), CallError>;
type Batch = fn(&CalculatorTable, &[BinaryOp], &mut [calc::Result]) -> Result<(), BatchError>;

/// An rpc, its batch, and what it should answer.
struct Subject {
    single: Single,
    batch: Batch,
    answer: fn(i64, i64) -> Result<i64, Failure>,
}

const SUBJECTS: [Subject; 4] = [
    Subject {
        single: CalculatorTable::add,
        batch: CalculatorTable::add_batch,
        answer: |left, right| left.checked_add(right).ok_or(Failure::OVERFLOW),
    },
    Subject {
        single: CalculatorTable::subtract,
        batch: CalculatorTable::subtract_batch,
        answer: |left, right| left.checked_sub(right).ok_or(Failure::OVERFLOW),
    },
    Subject {
        single: CalculatorTable::multiply,
        batch: CalculatorTable::multiply_batch,
        answer: |left, right| left.checked_mul(right).ok_or(Failure::OVERFLOW),
    },
    Subject {
        single: CalculatorTable::divide,
        batch: CalculatorTable::divide_batch,
        answer: |left, right| match right {
            0 => Err(Failure::DIVISION_BY_ZERO),
            _ => left.checked_div(right).ok_or(Failure::OVERFLOW),
        },
    },
];

struct School;

impl Examiner for School {
    fn examine(&self, request: &Exam, response: &mut Report) -> Result<(), CallError> {
        let calculator = (*CALCULATOR.read().unwrap_or_else(PoisonError::into_inner))
            .ok_or_else(|| CallError::new(Failure::NO_CALCULATOR.0, "nobody has offered a calculator"))?;
        *response = Report::new();
        let mut random = Random(request.seed);
        for subject in &SUBJECTS {
            let (mut solvable, mut answers, mut unsolvable) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..request.questions {
                let question = random.question();
                match (subject.answer)(question.left, question.right) {
                    Ok(answer) => {
                        solvable.push(question);
                        answers.push(answer);
                    }
                    Err(failure) => unsolvable.push((question, failure)),
                }
            }
            ask(&calculator, subject, &solvable, &answers, response)?;
            insist(&calculator, subject, &unsolvable, response)?;
        }
        Ok(())
    }
}

/// Questions that have an answer: one by one, then all in one call.
fn ask(
    calculator: &CalculatorTable,
    subject: &Subject,
    questions: &[BinaryOp],
    answers: &[i64],
    report: &mut Report,
) -> Result<(), CallError> {
    let mut grade = |responses: &[calc::Result]| {
        let right = responses.iter().zip(answers).filter(|(response, answer)| response.value == **answer).count();
        report.right += right as u32;
        report.wrong += (answers.len() - right) as u32;
    };
    let mut responses = vec![calc::Result::new(); questions.len()];
    let start = Instant::now();
    for (question, response) in questions.iter().zip(&mut responses) {
        (subject.single)(calculator, question, response)?;
    }
    let single = start.elapsed();
    grade(&responses);

    responses.fill(calc::Result::new());
    let start = Instant::now();
    (subject.batch)(calculator, questions, &mut responses).map_err(|failed| failed.error)?;
    let batch = start.elapsed();
    grade(&responses);

    report.nanos_single += single.as_nanos() as u64;
    report.nanos_batch += batch.as_nanos() as u64;
    Ok(())
}

/// Questions that have no answer: each must fail as it should.
fn insist(
    calculator: &CalculatorTable,
    subject: &Subject,
    questions: &[(BinaryOp, Failure)],
    report: &mut Report,
) -> Result<(), CallError> {
    for (question, failure) in questions {
        match (subject.single)(calculator, question, &mut calc::Result::new()) {
            Err(error) if error.code == failure.0 => report.refused += 1,
            Err(error) if error.code < 0 => return Err(error), // it is closed, or broken
            _ => report.wrong += 1,
        }
    }
    Ok(())
}

/// splitmix64: the same questions for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Small numbers, huge ones, and zero now and then.
    fn operand(&mut self) -> i64 {
        match self.next() % 8 {
            0 => 0,
            1 => self.next() as i64,
            _ => (self.next() % 2_000_001) as i64 - 1_000_000,
        }
    }

    fn question(&mut self) -> BinaryOp {
        let mut question = BinaryOp::new();
        question.left = self.operand();
        question.right = self.operand();
        question
    }
}

export_examiner!(School);
