// What the interactive figures are made of. Each is a module that builds one stage: a picture, a line that says what is to be
// seen, and native controls. Colors come from the classes of drawings (f-…, s-…), so that light and dark are right by themselves.

const svgNamespace = 'http://www.w3.org/2000/svg';
let stages = 0;

/** Sets an element's attributes. */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** An HTML element with its attributes and children. */
export function make(name, attributes = {}, ...children) {
  const element = set(document.createElement(name), attributes);
  element.append(...children);
  return element;
}

/** An SVG element with its attributes and children. */
export function draw(name, attributes = {}, ...children) {
  const element = set(document.createElementNS(svgNamespace, name), attributes);
  element.append(...children);
  return element;
}

/** Text in a picture; 15 is the smallest size that is read on a phone. */
export const label = (x, y, text, attributes = {}) => draw('text', { x, y, class: 'f-ink', 'font-size': 15, ...attributes }, text);

/** Puts an element that is drawn around (0, 0) in its place; with the class "glides" it gets there visibly. */
export function move(element, x, y) {
  element.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
}

/** A number with so many digits and a real minus; never −0. */
export function number(value, digits = 2) {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The function that takes from…to to start…end. */
export const scale = (from, to, start, end) => value => start + (value - from) / (to - from) * (end - start);

/** The d of a line through points [x, y]. */
export const line = points => points.length === 0 ? '' : 'M' + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');

/** The points of y = f(x) between from and to, in the picture's coordinates. */
export const curve = (f, from, to, toX, toY, steps = 120) =>
  Array.from({ length: steps + 1 }, (_, step) => from + (to - from) * step / steps).map(x => [toX(x), toY(f(x))]);

/** A grid of square cells with a text in each: put(row, column, text, fill) writes one. */
export function grid(left, top, size, rows, columns, attributes = {}) {
  const cells = Array.from({ length: rows * columns }, (_, index) => ({
    box: draw('rect', { x: left + index % columns * size, y: top + Math.floor(index / columns) * size, width: size, height: size, class: 'f-paper s-muted' }),
    text: label(left + (index % columns + 0.5) * size, top + (Math.floor(index / columns) + 0.5) * size + 5.5, '', { 'text-anchor': 'middle', 'font-size': 16, ...attributes }),
  }));
  return {
    element: draw('g', {}, ...cells.map(cell => cell.box), ...cells.map(cell => cell.text)),
    put(row, column, text, fill = 'f-paper') {
      const { box, text: place } = cells[row * columns + column];
      box.setAttribute('class', `${fill} s-muted`);
      place.textContent = text;
    },
  };
}

/** A stage with an empty picture. `hint` says what to try, `alternative` what the picture shows. */
export function stage({ viewBox, alternative, hint }) {
  const id = `stage-${++stages}`;
  const picture = draw('svg', { viewBox, role: 'img', 'aria-label': alternative });
  const reading = make('p', { class: 'reading' });
  const controls = make('div', { class: 'controls' });
  const spoken = make('p', { class: 'visually-hidden', role: 'status' });
  // An element of its own name: enhanced navigation takes it away whole, and never makes something else of it.
  const element = make('figure-stage', { class: 'stage' }, make('p', { class: 'hint' }, hint), picture, reading, controls, spoken);
  let pause;

  return {
    element,
    picture,

    /** Says what is to be seen: to the eye at once, to a screen reader when the reader's hand rests. */
    tell(text) {
      reading.textContent = text;
      clearTimeout(pause);
      if (element.isConnected) pause = setTimeout(() => spoken.textContent = text, 500);
    },

    /** A range input with its value beside its name. */
    slider({ name, min, max, step = 1, value, text = String, change }) {
      const input = make('input', { type: 'range', id: `${id}-${controls.children.length}`, min, max, step, value });
      const shown = make('span', { class: 'value', 'aria-hidden': 'true' });
      const show = () => {
        shown.textContent = text(input.valueAsNumber);
        input.setAttribute('aria-valuetext', shown.textContent);
      };
      input.addEventListener('input', () => { show(); change(); });
      controls.append(make('div', { class: 'slider' }, make('label', { for: input.id }, name), shown, input));
      show();
      return {
        get value() { return input.valueAsNumber; },
        set value(now) { input.value = now; show(); },
      };
    },

    /** A button; disabling it would throw the focus away, so a press that does nothing must say why. */
    button(name, press) {
      const button = make('button', { type: 'button', class: 'btn btn-outline-secondary' }, name);
      button.addEventListener('click', press);
      controls.append(button);
      return button;
    },

    /** One of several names, as radio buttons; value is the index of the chosen one. */
    choice({ name, options, value = 0, change }) {
      const group = `${id}-${controls.children.length}`;
      const inputs = options.map((_, index) => make('input', { type: 'radio', name: group, ...(index === value ? { checked: '' } : {}) }));
      inputs.forEach(input => input.addEventListener('change', change));
      const labels = inputs.map((input, index) => make('label', {}, input, options[index]));
      controls.append(make('fieldset', { class: 'choice' }, make('legend', {}, name), ...labels));
      return { get value() { return inputs.findIndex(input => input.checked); } };
    },
  };
}
