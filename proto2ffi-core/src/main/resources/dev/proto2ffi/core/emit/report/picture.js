/** An element; texts stay texts, whatever they hold. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

const plural = (count, noun) => count.toLocaleString('en') + ' ' + noun + (count === 1 ? '' : 's');
const hex = number => '0x' + number.toString(16).toUpperCase();

/** The bytes of a struct as rows of cells. */
const Picture = (() => {
  /** Bytes of a cache line. */
  let line = 64;
  /** Fields of a oneof that are drawn before one asks for all. */
  const LANES = 8;
  /** Width of a byte, in pixels, beyond which a row doesn't grow. */
  const WIDEST = 30;
  const MORE_ROWS = 32;

  const setLine = bytes => { line = bytes; };
  const lineOf = at => Math.floor(at / line);
  const linesOf = (at, size) => {
    const [from, to] = [lineOf(at), lineOf(at + size - 1)];
    return from === to ? String(from) : from + '–' + to;
  };

  /** Bytes in a row where so many pixels are free. */
  function fitting(pixels, size) {
    const most = pixels >= 1040 ? 64 : pixels >= 470 ? 32 : 16;
    let wanted = 16;
    while (wanted < size && wanted < most) {
      wanted *= 2;
    }
    return Math.min(most, wanted);
  }

  /** What a screen reader says of a node. */
  function spoken(node) {
    const {member} = node;
    const place = node.size === 1 ? 'byte ' + node.at : 'bytes ' + node.at + ' to ' + (node.at + node.size - 1);
    if (!member) {
      return 'padding, ' + place;
    }
    return [member.path, place, member.proto, member.c, member.kind === 'union' ? plural(member.variants.length, 'field') + ' share these bytes' : '',
      member.struct ? 'press Enter to open or close' : ''].filter(text => text).join(', ');
  }

  /**
   * @param struct as drawn
   * @param view what the reader has opened and starred: {isOpen, toggle, extra, lanes, hot, redraw}
   * @param width bytes in a row
   */
  function draw(struct, view, width) {
    const list = Bytes.regions(struct, view.isOpen);
    const root = el('div', {class: struct.size > 99999 ? 'picture far' : 'picture', role: 'group', 'aria-label': 'The ' + plural(struct.size, 'byte') + ' of ' + struct.name
      + ', ' + width + ' in a row. Arrow keys go from field to field.'});
    root.style.setProperty('--width', width);
    root.style.setProperty('--widest', width * WIDEST + 'px');
    root.append(ruler(width));
    const stops = new Set();
    let lineShown = 0;
    Bytes.rows(list, width, view.extra).forEach(row => {
      const from = (typeof row === 'number' ? row : row.from) * width;
      if (lineOf(from) > lineShown) {
        lineShown = lineOf(from);
        if (typeof row === 'number') {
          root.append(el('div', {class: 'boundary', 'aria-hidden': 'true'}, el('span', {}, 'cache line ' + lineShown)));
        }
      }
      root.append(typeof row === 'number' ? bytes(list, row * width, Math.min(struct.size, (row + 1) * width), width, view, stops) : fold(row, width, view));
    });
    const first = root.querySelector('[data-stop]');
    if (first) {
      first.tabIndex = 0;
    }
    return root;
  }

  function ruler(width) {
    const marks = [];
    for (let at = 0; at < width; at += width > 16 ? 8 : 4) {
      const mark = el('span', {}, String(at));
      mark.style.gridColumnStart = at + 1;
      marks.push(mark);
    }
    return el('div', {class: 'row ruler', 'aria-hidden': 'true'}, el('span', {class: 'offset'}), el('div', {class: 'bytes'}, marks));
  }

  function bytes(list, from, to, width, view, stops) {
    const cells = el('div', {class: 'bytes'});
    for (const node of within(list, from, to)) {
      Bytes.cut(node, from, to, view.isOpen).forEach(piece => cells.append(cell(piece, from, view, stops)));
    }
    return el('div', {class: 'row'}, el('span', {class: 'offset', 'aria-hidden': 'true'}, String(from)), cells);
  }

  /** Of thousands of nodes only those of the row, found by halving. */
  function within(list, from, to) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].at + list[middle].size <= from) { low = middle + 1; } else { high = middle; }
    }
    let end = low;
    while (end < list.length && list[end].at < to) {
      end++;
    }
    return list.slice(low, end);
  }

  function cell(piece, origin, view, stops) {
    const {node, kind} = piece;
    const look = kind === 'gap' ? 'gap' : kind === 'unused' ? 'unused' : 'look-' + node.member.look;
    const size = piece.to - piece.from;
    const element = el('span', {class: ['piece', look, piece.starts ? 'starts' : '', piece.ends ? 'ends' : '',
      node.depth > 0 ? 'nested' : '', node.depth === 0 && view.hot.has(node.path) ? 'hot' : ''].join(' '),
    'data-path': node.path, 'data-kind': kind, 'data-at': piece.from, 'data-size': size});
    element.style.gridColumn = (piece.from - origin + 1) + ' / span ' + size;
    element.style.setProperty('--count', size);
    element.node = node;
    if (piece.lanes) {
      element.append(...lanes(piece, view, stops));
      element.classList.add('lanes');
    } else if (node.member && node.member.bits && piece.starts) {
      element.append(bitmap(node.member));
    }
    if (!piece.lanes && kind !== 'unused') {
      element.append(...label(piece, size));
    }
    if (kind !== 'unused' && !stops.has(node.path)) {
      stops.add(node.path);
      const canOpen = node.member && node.member.struct;
      Object.entries({'data-stop': '', tabindex: '-1', role: canOpen ? 'button' : piece.lanes ? 'group' : 'img', 'aria-label': spoken(node)})
        .forEach(([name, value]) => element.setAttribute(name, value));
      if (canOpen) {
        element.setAttribute('aria-expanded', String(view.isOpen(node.path)));
      }
    } else {
      element.setAttribute('aria-hidden', 'true');
    }
    return element;
  }

  /** The name where the piece is wide enough for some of it, with the type below; what is cut off is in the tip. */
  function label(piece, size) {
    const {node, kind} = piece;
    if (kind === 'gap') {
      return [el('b', {}, size > 3 ? 'padding' : '')];
    }
    if (!piece.starts && size < 4) {
      return [];
    }
    const own = piece.label === node.member.path;
    const name = el('b', {}, own ? piece.label.split('.').pop() : piece.label);
    const type = own && piece.starts && size > 1 && !node.member.bits ? el('i', {}, (node.member.struct ? '▸ ' : '') + node.member.c) : null;
    return type ? [name, type] : [name];
  }

  function bitmap(member) {
    const bits = [];
    for (let bit = 0; bit < member.size * 8; bit++) {
      bits.push(el('u', {class: bit < member.bits.length ? 'used' : ''}));
    }
    return el('span', {class: 'bitmap'}, bits);
  }

  function lanes(piece, view, stops) {
    const all = view.lanes.has(piece.node.path) || piece.lanes.length <= LANES + 1;
    const span = piece.to - piece.from;
    const shown = (all ? piece.lanes : piece.lanes.slice(0, LANES)).map(pieces => {
      const lane = el('span', {class: 'lane'}, pieces.map(part => cell(part, piece.from, view, stops)));
      lane.style.setProperty('--width', span);
      return lane;
    });
    if (!all && piece.starts) {
      const more = el('button', {type: 'button', class: 'more'}, (piece.lanes.length - LANES) + ' more');
      more.addEventListener('click', event => {
        event.stopPropagation();
        view.lanes.add(piece.node.path);
        view.redraw();
      });
      shown.push(more);
    }
    return shown;
  }

  function fold(row, width, view) {
    const hidden = (row.to - row.from + 1) * width;
    const name = row.node.member ? row.node.path.replace(/\[1…\]$/, '') : 'padding';
    const strip = el('button', {type: 'button', class: 'fold', 'aria-label': 'Show more of the ' + hidden + ' bytes of ' + name + ' that are folded'},
      el('span', {}, '⋯ ' + plural(hidden, 'byte') + ' more of ', el('b', {}, name), hidden >= line ? ' · ' + plural(Math.round(hidden / line), 'cache line') : ''));
    strip.addEventListener('click', () => {
      view.extra.set(row.node.path, (view.extra.get(row.node.path) || 0) + MORE_ROWS);
      view.redraw();
    });
    return el('div', {class: 'row folded'}, el('span', {class: 'offset'}), strip);
  }

  return {draw, fitting, setLine, lineOf, linesOf, get line() { return line; }};
})();
