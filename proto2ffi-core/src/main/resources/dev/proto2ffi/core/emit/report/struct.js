/** {@code 0, 3 to 78, 80, 81}, as the table in a terminal says it. */
function ranges(numbers) {
  const found = [];
  [...numbers].sort((a, b) => a - b).forEach(number => {
    const last = found[found.length - 1];
    if (last && last[1] === number - 1) { last[1] = number; } else { found.push([number, number]); }
  });
  return found.map(([from, to]) => from === to ? from : from + (to === from + 1 ? ', ' : ' to ') + to).join(', ');
}

/** A struct on the page: its heading, which is always there, and its body, which is drawn when it comes into view. */
class StructView {
  constructor(struct) {
    this.struct = struct;
    this.opened = new Set();
    this.extra = new Map();
    this.lanes = new Set();
    this.hot = new Set(struct.hot);
    this.betterOpen = false;
    this.width = 0;
    this.search = [struct.name, struct.c, struct.rust, struct.java, ...struct.members.flatMap(member =>
      [member, ...(member.variants || [])].flatMap(each => [each.path, each.proto, each.c]))].join('\n').toLowerCase();
    this.isOpen = path => this.opened.has(path);
    this.toggle = (path, inTable) => {
      this.opened[this.opened.has(path) ? 'delete' : 'add'](path);
      this.redraw();
      this.focus(path, inTable);
    };
    this.star = path => {
      this.hot[this.hot.has(path) ? 'delete' : 'add'](path);
      this.redraw();
      this.row(path).querySelector('.star').focus();
    };
    this.section = this.frame();
  }

  get isDrawn() {
    return this.body.childElementCount > 0;
  }

  frame() {
    const {struct} = this;
    const at = struct.name.lastIndexOf('.') + 1;
    this.body = el('div', {class: 'body'});
    // About as high as it will be, so that the page hardly moves when it is drawn.
    const height = 90 + Math.max(31 * (struct.members.length + struct.gaps.length) + 40, 44 * Math.min(12, Math.ceil(struct.size / 32)));
    this.body.style.minHeight = height + 'px';
    const section = el('section', {class: 'struct', id: 'm-' + struct.name, 'aria-labelledby': 'h-' + struct.name},
      el('h2', {id: 'h-' + struct.name}, el('a', {href: '#m-' + struct.name}, el('span', {class: 'package'}, struct.name.slice(0, at)), struct.name.slice(at))),
      this.chips(), struct.doc ? el('p', {class: 'doc'}, struct.doc) : null, this.body);
    section.view = this;
    return section;
  }

  chips() {
    const {struct} = this;
    const lines = Math.ceil(struct.size / Picture.line);
    const chips = [[plural(struct.size, 'byte'), 'size'], ['align ' + struct.align], [plural(lines, 'cache line')],
      struct.padding > 0 ? [plural(struct.padding, 'byte') + ' of padding, ' + (100 * struct.padding / struct.size).toFixed(1) + ' %', 'cost'] : ['no padding', 'good'],
      [struct.flat ? 'flat' : 'holds pointers']];
    if (struct.packed) { chips.push(['packed']); }
    if (struct.entry) { chips.push(['entry of a map']); }
    if (struct.deprecated) { chips.push(['deprecated']); }
    if (struct.better) { chips.push(['better order: ' + struct.better.size + ' bytes', 'better']); }
    return el('ul', {class: 'chips'}, chips.map(([text, kind]) => el('li', {class: kind || ''}, text)));
  }

  /** Draws what isn't drawn yet. */
  show() {
    if (!this.isDrawn) {
      this.redraw();
    }
  }

  redraw() {
    const {struct} = this;
    this.pane = el('div', {class: 'pane'});
    this.tablePane = el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table of ' + struct.name});
    this.body.replaceChildren(el('div', {class: 'pair'}, el('div', {class: 'left'}, this.pane, this.notes()), this.tablePane));
    this.body.style.minHeight = '';
    this.tablePane.append(MemberTable.draw(struct, this));
    this.resize();
  }

  /** @param asked bytes in a row, where the reader doesn't choose them */
  drawPicture(asked) {
    const width = asked || Number(document.getElementById('width').value) || Picture.fitting(this.pane.clientWidth - 48, this.struct.size);
    this.width = width;
    this.pane.replaceChildren(Picture.draw(this.struct, this, width), this.bits() || '');
  }

  /** After the window's size or a setting has changed. */
  resize() {
    if (this.isDrawn) {
      const pair = this.pane.closest('.pair');
      pair.classList.remove('stacked');
      // Beside the picture only where it has room: else most rows would take three lines.
      const table = this.tablePane;
      pair.classList.toggle('stacked', table.scrollWidth > table.clientWidth || table.offsetHeight > 42 * table.querySelectorAll('tr').length);
      this.drawPicture();
    }
  }

  row(path) {
    return [...this.tablePane.querySelectorAll('tr[data-path]')].find(row => row.dataset.path === path);
  }

  /** To a node that was opened or closed. */
  focus(path, inTable) {
    if (inTable) {
      this.row(path).querySelector('.toggle').focus();
      return;
    }
    const stops = [...this.pane.querySelectorAll('[data-stop]')];
    const stop = stops.find(each => each.dataset.path === path) || stops.find(each => each.dataset.path.startsWith(path + '.') || each.dataset.path.startsWith(path + '['));
    if (stop) {
      stops.forEach(each => { each.tabIndex = -1; });
      stop.tabIndex = 0;
      stop.focus();
    }
  }

  /** Which field each presence bit is for. */
  bits() {
    const words = this.struct.members.find(member => member.bits);
    return words ? el('p', {class: 'bits'}, el('b', {}, words.path), words.bits.map(([field], bit) =>
      el('span', {'data-bit': bit}, el('i', {}, String(bit)), field))) : null;
  }

  notes() {
    const {struct} = this;
    const facts = struct.facts.slice();
    const hot = this.hotLines();
    return el('div', {class: 'notes'},
      el('ul', {class: 'facts'}, facts.map(text => el('li', {}, text)), hot ? el('li', {class: 'hot-lines'}, hot) : null),
      struct.better ? this.better() : null,
      el('p', {class: 'names'}, 'C ', el('code', {}, struct.c), ' · Rust ', el('code', {}, struct.rust), ' · Java ', el('code', {}, struct.java),
        ' · fingerprint ', el('code', {}, struct.fingerprint), ' · ', struct.file));
  }

  /** The cache lines of the starred fields, with what reading them touches beside. */
  hotLines() {
    const {struct, hot} = this;
    const touched = new Map();
    const touch = member => touched.set(member.path, member);
    struct.members.forEach((member, index) => {
      [member, ...(member.variants || [])].filter(each => hot.has(each.path)).forEach(each => {
        touch(each);
        if (each !== member) { touch(struct.members.find(other => other.kind === 'case' && other.path.startsWith(member.path + '_case'))); }
        if (each.bit !== undefined) { touch(struct.members[0]); }
        const before = struct.members[index - 1];
        if (before && before.kind === 'count' && each.count !== undefined && before.path.startsWith(each.path + '_count')) { touch(before); }
      });
    });
    if (!touched.size) {
      return null;
    }
    const lines = new Set();
    let bytes = 0;
    touched.forEach(member => {
      bytes += member.size;
      for (let line = Picture.lineOf(member.at); line <= Picture.lineOf(member.at + member.size - 1); line++) {
        lines.add(line);
      }
    });
    const needed = Math.ceil(bytes / Picture.line);
    const names = struct.members.flatMap(member => [member, ...(member.variants || [])]).map(member => member.path).filter(path => hot.has(path));
    return 'hot: ' + names.join(', ') + ' take ' + bytes + (bytes === 1 ? ' byte' : ' bytes') + ' in ' + plural(lines.size, 'cache line') + ' (' + ranges(lines) + ')'
      + (needed < lines.size ? ', and would fit ' + needed : '');
  }

  /** The struct before and after. */
  better() {
    const {struct} = this;
    const saved = struct.size - struct.better.size;
    const bar = (name, size, padding) => {
      const used = el('span', {class: 'used'});
      const lost = el('span', {class: 'lost'});
      const track = el('span', {class: 'track'}, used, lost);
      used.style.width = 100 * (size - padding) / struct.size + '%';
      lost.style.width = 100 * padding / struct.size + '%';
      return el('div', {class: 'bar'}, el('span', {class: 'bar-name'}, name), track, el('span', {class: 'bar-size'}, plural(size, 'byte')));
    };
    const after = struct.better.gaps.reduce((sum, [, size]) => sum + size, 0);
    const details = el('details', {class: 'better', open: this.betterOpen},
      el('summary', {}, 'Better order: ' + plural(struct.better.size, 'byte') + ' instead of ' + struct.size + ', ' + saved + ' fewer ('
        + (100 * saved / struct.size).toFixed(1) + ' %)'),
      el('div', {class: 'bars', 'aria-hidden': 'true'}, bar('now', struct.size, struct.padding), bar('better', struct.better.size, after)),
      el('p', {}, 'Before others depend on the layout, write in the message ', el('code', {}, 'option (proto2ffi.message).order = SMALLEST;'),
        ' which puts its members so:'));
    details.addEventListener('toggle', () => {
      this.betterOpen = details.open;
      if (details.open && !details.querySelector('.picture')) {
        const other = Bytes.better(struct);
        const view = {isOpen: () => false, toggle: () => {}, extra: new Map(), lanes: new Set(), hot: this.hot, redraw: () => {}};
        details.append(Picture.draw(other, view, this.width));
      }
    });
    return details;
  }
}
