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
            let questions: Vec<BinaryOp> = (0..request.questions).map(|_| random.question()).collect();
            ask_each(&calculator, subject, &questions, response)?;
            ask_all(&calculator, subject, &questions, response)?;
        }
        Ok(())
    }
}

/// One call for each question.
fn ask_each(
    calculator: &CalculatorTable,
    subject: &Subject,
    questions: &[BinaryOp],
    report: &mut Report,
) -> Result<(), CallError> {
    let mut response = calc::Result::new();
    for question in questions {
        let start = Instant::now();
        let outcome = (subject.single)(calculator, question, &mut response);
        report.nanos_single += start.elapsed().as_nanos() as u64;
        let given = match outcome {
            Ok(()) => Ok(response.value),
            Err(error) if error.code > 0 => Err(Failure(error.code)),
            Err(error) => return Err(error), // no answer: it's closed, or broken
        };
        let right = (subject.answer)(question.left, question.right);
        report.right += u32::from(given == right);
        report.wrong += u32::from(given != right);
        report.refused += u32::from(given == right && given.is_err());
    }
    Ok(())
}

/// One call for all questions that have an answer; it would end at one that hasn't.
fn ask_all(
    calculator: &CalculatorTable,
    subject: &Subject,
    questions: &[BinaryOp],
    report: &mut Report,
) -> Result<(), CallError> {
    let (answers, requests): (Vec<i64>, Vec<BinaryOp>) = questions
        .iter()
        .filter_map(|question| Some(((subject.answer)(question.left, question.right).ok()?, *question)))
        .unzip();
    let mut responses = vec![calc::Result::new(); requests.len()];
    let start = Instant::now();
    (subject.batch)(calculator, &requests, &mut responses).map_err(|failed| failed.error)?;
    report.nanos_batch += start.elapsed().as_nanos() as u64;
    report.in_batches += requests.len() as u32;
    let wrong = responses.iter().zip(&answers).filter(|(response, answer)| response.value != **answer).count();
    report.wrong += wrong as u32;
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
