// Slide the probability that a network gives to the right class, and see what two loss functions charge for it.
import { curve, draw, label, line, move, number, scale, stage } from './kit.js';

const losses = [
  { name: 'cross-entropy', price: p => -Math.log(p), stroke: 's-s1', fill: 'f-s1' },
  { name: 'squared error', price: p => (1 - p) ** 2, stroke: 's-s2', fill: 'f-s2' },
];
const least = 0.01;
const x = scale(0, 1, 44, 404);
const y = scale(0, 5, 256, 16);

export default function build() {
  const { element, picture, slider, tell } = stage({
    viewBox: '0 0 420 304',
    alternative: 'The curves of cross-entropy and squared error over the probability of the right class, with a dot on each.',
    hint: 'Slide the probability down toward 0. Which loss still cares when the network is sure and wrong?',
  });
  const middle = { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 };
  for (const tick of [0, 1, 2, 3, 4, 5]) {
    picture.append(draw('line', { x1: x(0), x2: x(1), y1: y(tick), y2: y(tick), class: tick ? 's-line' : 's-muted' }),
      label(36, y(tick) + 5, tick, { ...middle, 'text-anchor': 'end' }));
  }
  picture.append(draw('rect', { x: 188, y: 26, width: 222, height: 56, class: 'f-paper' }), ...[0, 0.25, 0.5, 0.75, 1].map(tick => label(x(tick), 275, tick, middle)),
    label(224, 297, 'probability of the right class', { ...middle, 'font-size': 15 }));
  const dots = losses.map(({ name, price, stroke, fill }, index) => {
    const [top, text] = [40 + index * 26, label(404, 45 + index * 26, '', { 'text-anchor': 'end', 'font-weight': 'bold' })];
    const dot = draw('circle', { r: 6.5, class: `${fill} s-paper`, 'stroke-width': 2 });
    const dash = index === 0 ? {} : { 'stroke-dasharray': '9 5' };
    picture.append(draw('path', { d: line(curve(price, least, 1, x, y)), class: `f-none ${stroke}`, 'stroke-width': 3, ...dash }),
      draw('line', { x1: 196, x2: 230, y1: top, y2: top, class: stroke, 'stroke-width': 3, ...dash }), text, dot);
    return p => {
      move(dot, x(p), y(price(p)));
      text.textContent = `${name}: ${number(price(p))}`;
    };
  });
  const trust = slider({ name: 'Probability of the right class', min: least, max: 1, step: 0.01, value: 0.5, text: number, change: show });
  show();
  return element;

  function show() {
    const p = trust.value;
    dots.forEach(put => put(p));
    tell(`The right class got ${number(p)}. Cross-entropy charges ${number(losses[0].price(p))}. Squared error charges ${number(1 - p)} × ${number(1 - p)} = ${number(losses[1].price(p))}.`);
  }
}
