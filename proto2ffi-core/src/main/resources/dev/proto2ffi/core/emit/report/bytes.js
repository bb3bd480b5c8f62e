/**
 * Which bytes belong to what: arithmetic only. A node is a member or a gap at its place in the struct that is drawn:
 * {at, size, member (null for a gap), path, prefix (path of the struct that it stands in), depth, struct}.
 */
const Bytes = (() => {
  /** Rows of a long member that are shown before the rest of it is folded. */
  const HEAD = 2;

  let structs = new Map();

  function know(list) {
    structs = new Map(list.map(struct => [struct.name, struct]));
  }

  const lookup = name => structs.get(name);

  /** The members and gaps of a struct that stands at a base, by offset. */
  function nodes(struct, base = 0, prefix = '', depth = 0) {
    const list = struct.members.map(member => (
      {at: base + member.at, size: member.size, member, path: prefix + member.path, prefix, depth, struct, skipped: 0}));
    struct.gaps.forEach(([at, size]) => list.push(
      {at: base + at, size, member: null, path: prefix + 'padding at ' + at, prefix, depth, struct, skipped: 0}));
    return list.sort((a, b) => a.at - b.at);
  }

  const isArray = member => member.count !== undefined;

  /** What a nested message is made of; of an array the first element's. */
  function inside(node) {
    const nested = lookup(node.member.struct);
    const prefix = node.path + (isArray(node.member) ? '[0].' : '.');
    return nodes(nested, node.at, prefix, node.depth + 1);
  }

  /** A node, or where it is opened what is in it; behind an array's first element follow the others as one node. */
  function expand(node, isOpen) {
    if (!node.member || !node.member.struct || !isOpen(node.path)) {
      return [node];
    }
    const opened = inside(node).flatMap(inner => expand(inner, isOpen));
    const {stride} = node.member;
    if (isArray(node.member) && node.size > stride) {
      opened.push({...node, at: node.at + stride, size: node.size - stride, skipped: 1, path: node.path + '[1…]'});
    }
    return opened;
  }

  const regions = (struct, isOpen) => nodes(struct).flatMap(node => expand(node, isOpen));

  /**
   * The rows that are shown, in order: numbers, and folds {from, to, node}, whose rows from..to are all of one node.
   * @param extra how many more rows of a node are shown, by its path
   */
  function rows(list, width, extra) {
    const shown = new Set();
    const folds = new Map();
    list.forEach(node => {
      const first = Math.floor(node.at / width);
      const last = Math.floor((node.at + node.size - 1) / width);
      const head = Math.min(last, first + HEAD - 1 + (extra.get(node.path) || 0));
      const folded = last - head - 1 > 1;
      for (let row = first; row <= (folded ? head : last); row++) {
        shown.add(row);
      }
      if (folded) {
        shown.add(last);
        folds.set(head + 1, {from: head + 1, to: last - 1, node});
      }
    });
    const sorted = [...shown].sort((a, b) => a - b);
    return sorted.flatMap(row => folds.has(row + 1) ? [row, folds.get(row + 1)] : [row]);
  }

  /** The part of a node that is within from..to: {from, to, node, starts, ends, kind, label}. */
  function piece(node, from, to, kind, label) {
    const end = node.at + node.size;
    return {from: Math.max(from, node.at), to: Math.min(to, end), node, starts: node.at >= from, ends: end <= to, kind, label};
  }

  /** All pieces within from..to, in order; that of a union has lanes, the pieces of each of its fields. */
  function cut(node, from, to, isOpen) {
    if (node.at >= to || node.at + node.size <= from) {
      return [];
    }
    const {member} = node;
    if (!member) {
      return [piece(node, from, to, 'gap', 'padding')];
    }
    if (member.kind === 'union') {
      return [{...piece(node, from, to, 'union', member.path), lanes: member.variants.map(field => lane(node, field, from, to, isOpen))}];
    }
    return isArray(member) && member.stride > 1 ? elements(node, from, to) : value(node, node.member.path, from, to);
  }

  function lane(node, member, from, to, isOpen) {
    const own = {...node, size: member.size, member, path: node.prefix + member.path};
    const rest = {...own, at: node.at + member.size, size: node.size - member.size};
    const pieces = expand(own, isOpen).flatMap(part => cut(part, from, to, isOpen));
    if (rest.size > 0 && rest.at < to) {
      pieces.push(piece(rest, from, to, 'unused', ''));
    }
    return pieces;
  }

  function elements(node, from, to) {
    const {stride, path} = node.member;
    const first = Math.max(0, Math.floor((from - node.at) / stride));
    const last = Math.min(Math.ceil(node.size / stride), Math.ceil((to - node.at) / stride));
    const found = [];
    for (let i = first; i < last; i++) {
      const index = i + node.skipped;
      const element = {...node, at: node.at + i * stride, size: stride};
      found.push(...value(element, (index === 0 ? path : '') + '[' + index + ']', from, to));
    }
    return found;
  }

  /** One value: whole, or the parts that it is stored as. */
  function value(node, label, from, to) {
    const {parts} = node.member;
    if (!parts) {
      return [piece(node, from, to, 'value', label)];
    }
    const stored = parts.map(([name, at, size]) => (
      {...node, at: node.at + at, size, kind: 'value', label: name === 'data' ? label : name}));
    const end = Math.max(...stored.map(part => part.at + part.size));
    if (end < node.at + node.size) {
      stored.push({...node, at: end, size: node.at + node.size - end, kind: 'gap', label: 'padding'});
    }
    return stored.filter(part => part.at < to && part.at + part.size > from)
      .map(part => piece(part, from, to, part.kind, part.label));
  }

  /** The struct in its better order. */
  function better(struct) {
    const members = struct.better.members.map(([index, at]) => {
      const member = struct.members[index];
      return {...member, at, variants: member.variants && member.variants.map(field => ({...field, at}))};
    });
    return {...struct, size: struct.better.size, members, gaps: struct.better.gaps, better: undefined};
  }

  return {know, lookup, nodes, inside, isArray, regions, rows, cut, better};
})();
