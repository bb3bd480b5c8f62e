/** The page: reads the layouts, lists them, draws those that come into view. */
(() => {
  const byId = id => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  Bytes.know(data.structs);
  Picture.setLine(data.line);
  const views = data.structs.filter(struct => struct.listed).map(struct => new StructView(struct));
  const looks = [['integer', 'integer'], ['floating', 'float'], ['choice', 'enum, bool'], ['text', 'string'], ['bytes', 'bytes'],
    ['message', 'message'], ['pointer', 'pointer'], ['added', 'added by the mapping'], ['gap', 'padding']];

  /** Of all names, up to a dot: the index leaves it out. */
  const common = views.map(view => view.struct.name.slice(0, view.struct.name.lastIndexOf('.') + 1)).reduce((shared, name) => {
    let prefix = shared;
    while (!name.startsWith(prefix)) {
      prefix = prefix.slice(0, prefix.lastIndexOf('.', prefix.length - 2) + 1);
    }
    return prefix;
  }, views.length ? views[0].struct.name.slice(0, views[0].struct.name.lastIndexOf('.') + 1) : '');
  const root = document.documentElement;
  const main = byId('structs');
  const tip = byId('tip');

  function begin() {
    byId('legend').append(...looks.map(([look, text]) => el('span', {}, el('i', {class: 'piece ' + (look === 'gap' ? 'gap' : 'look-' + look)}), text)));
    const size = views.reduce((sum, view) => sum + view.struct.size, 0);
    byId('totals').textContent = views.length === 0 ? 'no structs' : plural(views.length, 'struct') + ', ' + plural(size, 'byte') + ', '
      + plural(data.padding, 'byte') + ' of padding' + (size ? ' (' + (100 * data.padding / size).toFixed(1) + ' %)' : '');
    main.append(...views.map(view => view.section));
    const observer = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
      entry.target.view.show();
      observer.unobserve(entry.target);
    }), {rootMargin: '600px 0px'});
    views.forEach(view => observer.observe(view.section));
    if (views.length > 1) {
      byId('index').hidden = false;
      byId('index').querySelector('details').open = window.matchMedia('(min-width: 900px)').matches;
    }
    list();
    follow();
  }

  /** The index, of what matches the search, in the order that was chosen. */
  function list() {
    const words = byId('find').value.toLowerCase().split(/\s+/).filter(word => word);
    const found = views.filter(view => words.every(word => view.search.includes(word)));
    const shown = new Set(found);
    views.forEach(view => { view.section.hidden = !shown.has(view); });
    const by = {name: (a, b) => a.struct.name < b.struct.name ? -1 : 1, size: (a, b) => b.struct.size - a.struct.size,
      padding: (a, b) => b.struct.padding - a.struct.padding}[byId('sort').value];
    const sorted = by ? found.slice().sort(by) : found;
    byId('links').replaceChildren(...sorted.map(link));
    byId('count').textContent = found.length === views.length ? plural(views.length, 'struct') : found.length + ' of ' + plural(views.length, 'struct');
    byId('nothing').hidden = found.length > 0 || views.length === 0;
    byId('nothing').textContent = found.length ? '' : 'No message and no field has “' + byId('find').value + '” in its name.';
  }

  function link(view) {
    const {struct} = view;
    const at = struct.name.lastIndexOf('.') + 1;
    const lost = el('span', {class: 'lost'});
    lost.style.width = Math.min(100, 100 * struct.padding / struct.size) + '%';
    return el('li', {}, el('a', {href: '#m-' + struct.name, title: struct.name + ': ' + plural(struct.size, 'byte') + ', ' + plural(struct.padding, 'byte') + ' of padding'},
      el('span', {class: 'link-name'}, el('span', {class: 'package'}, struct.name.slice(common.length, at)), struct.name.slice(at)),
      el('span', {class: 'link-size'}, struct.size.toLocaleString('en')), el('span', {class: 'track', 'aria-hidden': 'true'}, lost)));
  }

  /** Draws the struct of the address before the browser goes there. */
  function follow() {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (e) {
      return; // an address that somebody has typed
    }
    const section = byId(id);
    if (section && section.view) {
      section.view.show();
      section.scrollIntoView();
    }
  }

  // What the tip says of the node under the mouse or the focus.

  function tell(node, box) {
    const {member} = node;
    const place = (node.size === 1 ? 'byte ' + node.at : 'bytes ' + node.at + ' to ' + (node.at + node.size - 1)) + ' (' + hex(node.at) + ') · ' + plural(node.size, 'byte')
      + (member ? ' · align ' + member.align : '') + ' · cache line ' + Picture.linesOf(node.at, node.size);
    const rows = [];
    if (member) {
      if (member.proto) { rows.push(['protobuf', member.proto + ' ' + member.path.split('.').pop() + ' = ' + member.number]); }
      rows.push(['C', MemberTable.declared(member.c, member.cName)], ['Rust', member.rustName.split('.').pop() + ': ' + member.rust]);
      if (member.java) { rows.push(['Java', member.java]); }
    }
    tip.replaceChildren(el('strong', {}, member ? node.path.replace(/\[1…\]$/, '') : 'padding'), el('span', {class: 'place'}, place),
      el('dl', {}, rows.map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
      ...remarks(node).map(text => el('p', {}, text)));
    tip.hidden = false;
    const width = tip.offsetWidth;
    const height = tip.offsetHeight;
    const below = box.bottom + 8 + height <= window.innerHeight;
    tip.style.left = Math.max(8, Math.min(box.left, root.clientWidth - width - 8)) + 'px';
    tip.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - 8 - height)) + 'px';
  }

  function remarks(node) {
    const {member, struct} = node;
    const found = [];
    if (!member) {
      return ['These bytes hold nothing: what follows must stand at a multiple of its alignment.'];
    }
    if (member.count !== undefined) { found.push(plural(member.count, 'element') + ' of ' + plural(member.stride, 'byte')); }
    if (member.bit !== undefined) {
      found.push('present while bit ' + member.bit % 32 + ' of ' + struct.members[0].path + '[' + Math.floor(member.bit / 32) + '] is set: ' + struct.members[0].bits[member.bit][1]);
    }
    if (member.kind === 'union') { found.push('holds one of ' + member.variants.map(field => field.path.split('.').pop()).join(', ')); }
    if (member.bits) { found.push('a bit for each of ' + member.bits.map(([name]) => name).join(', ')); }
    if (member.target) { found.push('points to ' + member.target); }
    if (member.atomic) { found.push('shared by threads: has acquire, release and compare-and-set access'); }
    if (member.deprecated) { found.push('deprecated'); }
    if (member.doc) { found.push(member.doc.length > 400 ? member.doc.slice(0, 400) + '…' : member.doc); }
    return found.map(text => text.length > 600 ? text.slice(0, 600) + '…' : text);
  }

  let marked = [];

  /** Marks all pieces and the row of a node, and its presence bit. */
  function mark(section, node) {
    marked.forEach(element => element.classList.remove('on'));
    marked = [];
    if (node) {
      marked = [...section.querySelectorAll('[data-path]')].filter(element => element.dataset.path === node.path);
      if (node.depth === 0 && node.member && node.member.bit !== undefined) {
        marked.push(...section.querySelectorAll('[data-bit="' + node.member.bit + '"]'));
      }
      marked.forEach(element => element.classList.add('on'));
    }
  }

  function point(event) {
    const target = event.target.closest && event.target.closest('[data-path]');
    const section = target && target.closest('.struct');
    if (!section) {
      leave();
      return;
    }
    mark(section, target.node);
    tell(target.node, target.getBoundingClientRect());
  }

  function leave() {
    tip.hidden = true;
    mark(null, null);
  }

  /** The tip of the focus goes with it, that of the mouse goes. */
  function stay() {
    const stop = document.activeElement && document.activeElement.closest('[data-stop]');
    if (stop && !tip.hidden) {
      tell(stop.node, stop.getBoundingClientRect());
    } else {
      leave();
    }
  }

  function act(event) {
    const piece = event.target.closest('.pane .piece[data-path]');
    if (piece && piece.node.member && piece.node.member.struct && !event.target.closest('button')) {
      const path = piece.node.path.replace(/\[1…\]$/, '');
      leave();
      piece.closest('.struct').view.toggle(path);
    }
  }

  function press(event) {
    const within = selector => event.target.closest && event.target.closest(selector);
    const stop = within('[data-stop]');
    if (event.key === '/' && !within('input, select')) {
      event.preventDefault();
      byId('find').focus();
    } else if (event.key === 'Escape') {
      leave();
    } else if (stop && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      act(event);
    } else if (stop && ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      const stops = [...stop.closest('.picture').querySelectorAll('[data-stop]')];
      const at = stops.indexOf(stop);
      const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1}[event.key];
      const next = stops[Math.max(0, Math.min(stops.length - 1, to))];
      stop.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  function theme(scheme) {
    root.dataset.theme = scheme;
    byId('theme').setAttribute('aria-pressed', String(scheme === 'dark'));
  }

  const redraw = () => views.forEach(view => view.resize());
  const soon = task => {
    let waiting = 0;
    return () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(task);
    };
  };

  main.addEventListener('pointerover', point);
  main.addEventListener('focusin', point);
  main.addEventListener('focusout', leave);
  main.addEventListener('pointerleave', leave);
  main.addEventListener('click', act);
  document.addEventListener('keydown', press);
  document.addEventListener('scroll', stay, {passive: true});
  byId('find').addEventListener('input', soon(list));
  byId('sort').addEventListener('change', list);
  byId('controls').addEventListener('submit', event => event.preventDefault());
  byId('language').addEventListener('change', event => {
    root.dataset.language = event.target.value;
    redraw();
  });
  byId('width').addEventListener('change', redraw);
  byId('theme').addEventListener('click', () => theme(byId('theme').getAttribute('aria-pressed') === 'true' ? 'light' : 'dark'));
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeprint', () => views.forEach(view => {
    view.show();
    view.drawPicture(32);
  }));
  window.addEventListener('afterprint', redraw);
  let seenWidth = root.clientWidth;
  window.addEventListener('resize', soon(() => {
    if (root.clientWidth !== seenWidth) { // a phone's bars come and go
      seenWidth = root.clientWidth;
      redraw();
    }
  }));
  root.dataset.language = byId('language').value;
  byId('theme').setAttribute('aria-pressed', String(window.matchMedia('(prefers-color-scheme: dark)').matches));
  begin();
})();
