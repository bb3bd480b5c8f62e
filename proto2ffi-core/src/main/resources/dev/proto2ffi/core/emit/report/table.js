/** The table beside a picture: the same members, in words. */
const MemberTable = (() => {
  const LANGUAGES = [['c', 'C'], ['rust', 'Rust'], ['java', 'Java']];

  function draw(struct, view) {
    const head = el('tr', {}, el('th', {scope: 'col'}, el('span', {class: 'sr'}, 'hot')),
      ['offset', 'size', 'line'].map(title => el('th', {scope: 'col', class: 'number'}, title)),
      ['member', 'protobuf'].map(title => el('th', {scope: 'col'}, title)),
      LANGUAGES.map(([word, title]) => el('th', {scope: 'col', class: 'in-' + word}, title)));
    const body = el('tbody');
    const state = {line: 0, body, view};
    Bytes.nodes(struct).forEach(node => add(node, state));
    return el('table', {}, el('caption', {class: 'sr'}, 'Members of ' + struct.name + ' by offset, with their types'), el('thead', {}, head), body);
  }

  function add(node, state) {
    rule(node, state);
    state.body.append(node.member ? row(node, state.view) : gap(node));
    if (node.member && node.member.variants) {
      node.member.variants.forEach(field => add(
        {...node, size: field.size, member: field, path: node.prefix + field.path, depth: node.depth + 1, variant: true}, state));
    }
    if (node.member && node.member.struct && state.view.isOpen(node.path)) {
      Bytes.inside(node).forEach(inner => add(inner, state));
    }
  }

  /** A line before what stands in another cache line than all before it. */
  function rule(node, state) {
    const line = Picture.lineOf(node.at);
    if (line > state.line) {
      state.line = line;
      state.body.append(el('tr', {class: 'rule'}, el('td', {colspan: '9'}, 'cache line ' + line)));
    }
  }

  function numbers(node) {
    return [el('td', {class: 'number'}, String(node.at)), el('td', {class: 'number'}, String(node.size)),
      el('td', {class: 'number dim'}, Picture.linesOf(node.at, node.size))];
  }

  function gap(node) {
    const padding = el('tr', {class: 'empty', 'data-path': node.path}, el('td'), numbers(node),
      indented(el('th', {scope: 'row'}, 'padding'), node.depth), el('td'), LANGUAGES.map(([word]) => el('td', {class: 'in-' + word})));
    padding.node = node;
    return padding;
  }

  function indented(cell, depth) {
    cell.style.setProperty('--depth', depth);
    return cell;
  }

  function row(node, view) {
    const {member} = node;
    const element = el('tr', {class: 'member look-' + member.look + (node.variant ? ' variant' : ''), 'data-path': node.path},
      el('td', {class: 'mark'}, node.depth === 0 || (node.variant && node.depth === 1) ? star(node, view) : null), numbers(node),
      indented(el('th', {scope: 'row'}, name(node, view)), node.depth),
      el('td', {}, protobuf(node)),
      LANGUAGES.map(([word]) => el('td', {class: 'in-' + word}, code(language(member, word)))));
    element.node = node;
    return element;
  }

  function name(node, view) {
    const {member} = node;
    const text = member.path.split('.').pop();
    const word = member.deprecated ? el('s', {title: 'deprecated'}, text) : text;
    if (!member.struct) {
      return [el('span', {class: 'swatch'}), word];
    }
    const open = view.isOpen(node.path);
    const toggle = el('button', {type: 'button', class: 'toggle', 'aria-expanded': String(open), 'aria-label': (open ? 'Close ' : 'Open ') + text},
      el('span', {class: 'swatch', 'aria-hidden': 'true'}, open ? '▾' : '▸'), word);
    toggle.addEventListener('click', () => view.toggle(node.path, true));
    return [toggle];
  }

  function star(node, view) {
    const hot = view.hot.has(node.path);
    const button = el('button', {type: 'button', class: 'star', 'aria-pressed': String(hot), 'aria-label': 'Hot: ' + node.path,
      title: 'Used most: add up the cache lines of such fields'}, hot ? '★' : '☆');
    button.addEventListener('click', () => view.star(node.path));
    return button;
  }

  function protobuf(node) {
    const {member} = node;
    if (member.kind === 'data') {
      const bit = member.bit === undefined ? null : el('span', {class: 'badge', title: 'has a presence bit'}, 'bit ' + member.bit);
      return [code(near(member.proto, node.struct)), ' ', el('span', {class: 'dim'}, '= ' + member.number), bit];
    }
    return el('span', {class: 'dim'}, {presence: 'presence bits', count: 'count', case: 'case', union: 'oneof', empty: 'no fields'}[member.kind]);
  }

  /** A name that may be broken where its parts meet. */
  function code(text) {
    return el('code', {}, text.split(/(?<=[_.<:(])/).flatMap((part, index) => index === 0 ? [part] : [el('wbr'), part]));
  }

  /** Without the package that the struct has too. */
  function near(type, struct) {
    const own = struct.name.slice(0, struct.name.lastIndexOf('.') + 1);
    return own ? type.split(own).join('') : type;
  }

  /** The type, with the member's name where that is another than in the schema. */
  function language(member, word) {
    if (word === 'java') {
      return member.java;
    }
    const [type, path] = word === 'c' ? [member.c, member.cName] : [member.rust, member.rustName];
    return path === member.path ? type : word === 'c' ? declared(type, path) : path.split('.').pop() + ': ' + type;
  }

  /** {@code char[32]} name is name[32] to C. */
  function declared(type, path) {
    const name = path.split('.').pop();
    const array = type.indexOf('[');
    const [base, dimensions] = array < 0 ? [type, ''] : [type.slice(0, array), type.slice(array)];
    return base + (base.endsWith('*') ? '' : ' ') + name + dimensions;
  }

  return {draw, declared};
})();
