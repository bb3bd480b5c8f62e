'use strict';
// Draws what the page's data says. Charts that were made are in window.report.charts, for tests.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const charts = [];
  const styles = () => getComputedStyle(document.documentElement);
  const color = name => styles().getPropertyValue('--' + name).trim();

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };
  const fill = (id, ...children) => document.getElementById(id).append(...children);

  // ---- charts ----

  const LETTERS = 28;
  const shorten = text => text.length > LETTERS ? text.slice(0, LETTERS - 1) + '…' : text;
  const figure = value => value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
  const onlyTens = value => Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6)
    ? value.toLocaleString('en', {notation: 'compact', maximumFractionDigits: 6}) : '';
  const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
  const marks = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'star'];

  /** Whiskers from the low to the high end of each point's error. */
  const errorBars = {
    id: 'errorBars',
    afterDatasetsDraw(chart) {
      const {ctx, chartArea, scales} = chart;
      const across = chart.options.indexAxis === 'y';
      const axis = across ? scales.x : scales.y;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.strokeStyle = color('text');
      ctx.lineWidth = 1.2;
      chart.data.datasets.forEach((set, at) => {
        if (!chart.isDatasetVisible(at)) {
          return;
        }
        chart.getDatasetMeta(at).data.forEach((drawn, i) => {
          const point = set.points[i];
          if (!point || point.high <= point.low) {
            return;
          }
          const low = axis.getPixelForValue(point.low), high = axis.getPixelForValue(point.high), end = 3;
          ctx.beginPath();
          if (across) {
            ctx.moveTo(low, drawn.y); ctx.lineTo(high, drawn.y);
            ctx.moveTo(low, drawn.y - end); ctx.lineTo(low, drawn.y + end);
            ctx.moveTo(high, drawn.y - end); ctx.lineTo(high, drawn.y + end);
          } else {
            ctx.moveTo(drawn.x, low); ctx.lineTo(drawn.x, high);
            ctx.moveTo(drawn.x - end, low); ctx.lineTo(drawn.x + end, low);
            ctx.moveTo(drawn.x - end, high); ctx.lineTo(drawn.x + end, high);
          }
          ctx.stroke();
        });
      });
      ctx.restore();
    },
  };

  /** A line at a value of the axis below. */
  const reference = value => ({
    id: 'reference',
    afterDatasetsDraw({ctx, chartArea, scales}) {
      if (value === undefined) {
        return;
      }
      const x = scales.x.getPixelForValue(value);
      ctx.save();
      ctx.strokeStyle = color('text');
      ctx.lineWidth = 1.5;
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  });

  const tooltip = unit => ({
    callbacks: {
      label: item => {
        const point = item.dataset.points[item.dataIndex];
        const error = (point.high - point.low) / 2;
        return `${item.dataset.label}: ${figure(point.y)}${error > 0 ? ' ± ' + figure(error) : ''} ${unit}`;
      },
    },
  });

  const valueAxis = (spec, title) => {
    const points = spec.series.flatMap(series => series.points).filter(Boolean);
    const axis = {
      type: spec.log ? 'logarithmic' : 'linear',
      title: {display: true, text: title + (spec.log ? ' (logarithmic)' : '')},
      ticks: {maxRotation: 0},
    };
    if (spec.log) {
      axis.min = 10 ** Math.floor(Math.log10(Math.min(...points.map(point => point.y)) * 0.9));
      axis.max = Math.max(...points.map(point => point.high)) * 1.2;
      axis.ticks.callback = onlyTens;
    } else {
      axis.min = 0;
    }
    return axis;
  };

  const bars = spec => ({
    type: 'bar',
    data: {
      labels: spec.labels,
      datasets: spec.series.map(series => ({
        label: series.name,
        role: series.role,
        points: series.points,
        data: series.points.map(point => point ? point.y : null),
        skipNull: true,
        maxBarThickness: 16,
        categoryPercentage: 0.85,
      })),
    },
    options: {
      indexAxis: 'y',
      plugins: {tooltip: tooltip(spec.xTitle)},
      scales: {
        x: valueAxis(spec, spec.xTitle),
        y: {ticks: {autoSkip: false, callback(value) { return shorten(this.getLabelForValue(value)); }}, grid: {display: false}},
      },
    },
  });

  const lines = spec => ({
    type: 'line',
    data: {
      datasets: spec.series.map((series, at) => ({
        label: series.name,
        role: series.role,
        points: series.points,
        data: series.points.map(point => ({x: point.x, y: point.y})),
        borderDash: dashes[Math.floor(at / marks.length) % dashes.length],
        pointStyle: marks[at % marks.length],
        pointRadius: 4,
        borderWidth: 2,
      })),
    },
    options: {
      plugins: {tooltip: tooltip(spec.yTitle), legend: {labels: {usePointStyle: true, boxHeight: 7}}},
      scales: {
        x: {type: 'logarithmic', title: {display: true, text: spec.xTitle + ' (logarithmic)'}, ticks: {maxRotation: 0, callback: onlyTens}},
        y: valueAxis(spec, spec.yTitle),
      },
    },
  });

  /** Colours of the theme, into a chart. */
  const paint = chart => {
    for (const set of chart.data.datasets) {
      set.backgroundColor = color(set.role);
      set.borderColor = color(set.role);
    }
    chart.options.plugins.legend.labels.color = color('text');
    for (const axis of Object.values(chart.options.scales)) {
      axis.ticks.color = color('text');
      axis.grid = {...axis.grid, color: color('grid')};
      if (axis.title) {
        axis.title.color = color('dim');
      }
    }
  };

  const said = spec => spec.title + ': ' + spec.series.map(series => series.name + ' ' + series.points.map((point, i) =>
    point ? (spec.labels[i] ?? spec.xTitle + ' ' + point.x) + ' ' + figure(point.y) : '').filter(Boolean).join(', ')).join('; ')
    + '. The figures are in the table, too.';

  const draw = (spec, parent) => {
    const canvas = element('canvas', {role: 'img', 'aria-label': said(spec)});
    const plot = element('div', {class: 'plot'}, canvas);
    const count = spec.labels.reduce((sum, _, i) => sum + Math.max(1, spec.series.filter(series => series.points[i]).length), 0);
    plot.style.height = spec.kind === 'bars' ? `${90 + 10 * spec.labels.length + 13 * count}px` : '24rem';
    parent.append(element('figure', {}, element('h3', {}, spec.title), plot));
    const config = spec.kind === 'bars' ? bars(spec) : lines(spec);
    config.options = {
      ...config.options,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      plugins: {...config.options.plugins, legend: {position: 'bottom', ...config.options.plugins.legend,
        labels: {boxWidth: 12, ...config.options.plugins.legend?.labels}}},
    };
    config.plugins = [errorBars, reference(spec.reference)];
    config.data.datasets.forEach(set => { set.backgroundColor = set.borderColor = color(set.role); });
    const chart = new Chart(canvas, config);
    paint(chart);
    chart.update('none');
    charts.push(chart);
  };

  // ---- tables ----

  const markdown = (sheet, rows) => [
    sheet.columns.map(column => column.title),
    sheet.columns.map(column => column.number ? '--:' : '---'),
    ...rows.map(row => row.map(cell => cell.text.replaceAll('|', '\\|'))),
  ].map(cells => `| ${cells.join(' | ')} |`).join('\n') + '\n';

  const csvField = text => /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const csv = (sheet, rows) => [sheet.columns.map(column => column.title), ...rows.map(row => row.map(cell => cell.text))]
    .map(cells => cells.map(csvField).join(',')).join('\n') + '\n';

  /** Browsers refuse the clipboard to some pages that were opened from a file: then by a selection. */
  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = element('textarea', {class: 'skip', readonly: ''});
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    document.getElementById('said').textContent = what + ' copied';
  };

  const copyButton = (label, make) => {
    const button = element('button', {type: 'button'}, label);
    button.addEventListener('click', async () => {
      await copy(make(), label.replace('Copy as ', ''));
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = label; }, 1500);
    });
    return button;
  };

  const compare = (a, b, number) => number
    ? (a.sort ?? Infinity) - (b.sort ?? Infinity)
    : a.text.localeCompare(b.text, 'en', {numeric: true});

  const table = (sheet, parent) => {
    if (sheet.rows.length === 0) {
      parent.append(element('p', {class: 'none'}, 'None.'));
      return;
    }
    let rows = [...sheet.rows];
    const body = element('tbody');
    const show = () => body.replaceChildren(...rows.map(row => element('tr', {}, ...row.map((cell, i) => {
      const names = [sheet.columns[i].number ? 'number' : '', cell.mark ?? '', cell.text.length > 48 ? 'long' : ''].filter(Boolean);
      return element('td', names.length ? {class: names.join(' ')} : {}, cell.text);
    }))));
    const heads = sheet.columns.map((column, i) => {
      const button = element('button', {type: 'button'}, column.title);
      const head = element('th', {scope: 'col', class: column.number ? 'number' : '', 'aria-sort': 'none'}, button);
      button.addEventListener('click', () => {
        const up = head.getAttribute('aria-sort') !== 'ascending';
        heads.forEach(other => other.setAttribute('aria-sort', 'none'));
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        rows.sort((a, b) => (up ? 1 : -1) * compare(a[i], b[i], column.number));
        show();
      });
      return head;
    });
    show();
    parent.append(
      element('div', {class: 'buttons'},
        copyButton('Copy as Markdown', () => markdown(sheet, rows)),
        copyButton('Copy as CSV', () => csv(sheet, rows))),
      element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table: ' + sheet.title},
        element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body)));
  };

  const section = (sheet, specs, parent) => {
    const made = element('section', {id: sheet.id, 'aria-labelledby': sheet.id + '-title'},
      element('h2', {id: sheet.id + '-title'}, sheet.title), element('p', {class: 'dim'}, sheet.note));
    parent.append(made);
    if (specs.length) {
      const panels = element('div', {class: 'panels'});
      made.append(panels);
      specs.forEach(spec => draw(spec, panels));
    }
    table(sheet, made);
    fill('contents', element('li', {}, element('a', {href: '#' + sheet.id}, sheet.title)));
  };

  // ---- the page ----

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const button = document.getElementById('theme');
  const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const themed = () => {
    button.setAttribute('aria-pressed', isDark());
    for (const chart of charts) {
      paint(chart);
      chart.update('none');
    }
  };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    themed();
  });
  dark.addEventListener('change', themed);

  Chart.defaults.font.family = 'system-ui, sans-serif';
  fill('headline', data.headline);
  fill('notes', ...data.notes.map(note => element('p', {class: 'warning'}, note)));
  fill('cards', ...data.cards.map(card => element('li', {}, element('b', {}, card.figure), card.text)));
  fill('contents', element('li', {}, element('a', {href: '#summary'}, 'Summary')));
  if (data.ratios) {
    draw(data.ratios, document.getElementById('ratios'));
  }
  data.first.forEach(sheet => section(sheet, [], document.getElementById('first')));
  data.sections.forEach(one => section(one.sheet, one.charts, document.getElementById('sections')));
  fill('contents', element('li', {}, element('a', {href: '#machine'}, 'Machine')), element('li', {}, element('a', {href: '#left-out'}, 'Left out')));
  fill('facts', ...data.facts.flatMap(fact => [element('dt', {}, fact.name), element('dd', {}, fact.value)]));
  const missing = [...data.failed.map(one => ({...one, what: 'Failed: ' + one.what})), ...data.leftOut];
  fill('missing', ...(missing.length ? missing.map(one => element('li', {}, element('b', {}, one.what), ': ' + one.why)) : [element('li', {}, 'Nothing.')]));
  themed();
  window.report = {charts, markdown, csv, data};
})();
