// Walk backwards through a chain of two weights: each press gives one product of the chain rule; a nudge of a weight checks it.
import { draw, label, number, set, stage } from './kit.js';

const input = 2;
const right = 5;
const nudge = 0.001;
const nodes = [['input', 44], ['h', 160], ['answer', 276], ['loss', 376]];
const top = 62;
const short = (value, digits = 2) => number(value, digits).replace(/\.?0+$/, '');
const factor = value => value < 0 ? `(${short(value)})` : short(value);

/** The chain's numbers forward, and the loss's slopes backward. */
function run(w1, w2) {
  const h = w1 * input;
  const answer = w2 * h;
  const miss = answer - right;
  return { h, answer, miss, loss: miss ** 2, blame: 2 * miss, blameOfH: 2 * miss * w2 };
}

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 164',
    alternative: 'A chain: input 2, times weight 1 gives h, times weight 2 gives the answer, and its squared miss of 5 is the loss. Blame and slopes appear below, from right to left.',
    hint: 'Press Back four times, and guess each number first. Then check a slope with a nudge, or change a weight and go back again.',
  });
  const arrow = (from, to, y, attributes) => draw('path', { d: `M${from} ${y}H${to}m${from < to ? -7 : 7} -5l${from < to ? 7 : -7} 5l${from < to ? -7 : 7} 5`, 'stroke-width': 2.5, 'stroke-linejoin': 'round', ...attributes });
  const values = nodes.map(([name, x], index) => {
    const value = label(x, top + 7, '', { 'text-anchor': 'middle', 'font-size': 18, 'font-weight': 'bold' });
    picture.append(label(x, 22, name, { 'text-anchor': 'middle', class: 'f-muted' }), draw('rect', { x: x - 32, y: top - 26, width: 64, height: 52, rx: index % 3 === 0 ? 6 : 26, class: index % 3 === 0 ? 'f-paper s-ink' : 'f-soft s-accent', 'stroke-width': 2 }), value);
    if (index > 0) picture.append(arrow(nodes[index - 1][1] + 34, x - 35, top, { class: 'f-none s-accent' }));
    return value;
  });
  const [weight1, weight2] = [102, 218].map(x => label(x, 22, '', { 'text-anchor': 'middle', 'font-weight': 'bold' }));
  const bold = { 'text-anchor': 'middle', 'font-weight': 'bold', class: 'f-bad' };
  const found = [label(310, 126, '', bold), label(218, 154, '', bold), label(218, 126, '', bold), label(102, 154, '', bold)];
  const ways = [arrow(341, 278, 104, { class: 'f-none s-bad', 'stroke-dasharray': '6 4' }), draw('path'), arrow(274, 162, 104, { class: 'f-none s-bad', 'stroke-dasharray': '6 4' }), draw('path')];
  picture.append(weight1, weight2, ...ways, ...found);
  const w1 = slider({ name: 'Weight 1', min: -2, max: 3, step: 0.5, value: 1, text: value => number(value, 1), change: startAgain });
  const w2 = slider({ name: 'Weight 2', min: -2, max: 3, step: 0.5, value: 3, text: value => number(value, 1), change: startAgain });
  button('Back', back);
  button('Nudge weight 1', () => check('Weight 1', w1.value, run(w1.value + nudge, w2.value)));
  button('Nudge weight 2', () => check('Weight 2', w2.value, run(w1.value, w2.value + nudge)));
  button('Start again', startAgain);
  let steps;
  startAgain();
  return element;

  function startAgain() {
    steps = 0;
    const { h, answer, miss, loss } = run(w1.value, w2.value);
    show(`Forward: h = ${factor(w1.value)} × ${input} = ${short(h)}, the answer is ${factor(w2.value)} × ${factor(h)} = ${short(answer)}. It should be ${right}, so the loss is ${factor(miss)} × ${factor(miss)} = ${short(loss)}.`);
  }

  function back() {
    if (steps === found.length) {
      show('Both slopes are found. Check them with a nudge, or start again.');
      return;
    }
    const { h, miss, blame, blameOfH } = run(w1.value, w2.value);
    steps++;
    show([
      `The blame of the answer is 2 × its miss: 2 × ${factor(miss)} = ${short(blame)}.`,
      `The slope of weight 2 is the blame of the answer × h: ${short(blame)} × ${factor(h)} = ${short(blame * h)}.`,
      `The blame of h is the blame of the answer × weight 2: ${short(blame)} × ${factor(w2.value)} = ${short(blameOfH)}.`,
      `The slope of weight 1 is the blame of h × the input: ${short(blameOfH)} × ${input} = ${short(blameOfH * input)}.`,
    ][steps - 1]);
  }

  function check(name, weight, nudged) {
    const rise = nudged.loss - run(w1.value, w2.value).loss;
    show(`${name} nudged to ${short(weight + nudge, 3)}: the loss changes by ${short(rise, 6)}, and divided by ${nudge} that is about ${number(rise / nudge)}.`);
  }

  function show(text) {
    const { h, answer, loss, blame, blameOfH } = run(w1.value, w2.value);
    [input, h, answer, loss].forEach((value, index) => values[index].textContent = short(value));
    [[weight1, '× ', w1], [weight2, '× ', w2]].forEach(([place, sign, weight]) => place.textContent = sign + factor(weight.value));
    const texts = [`blame ${short(blame)}`, `slope ${short(blame * h)}`, `blame ${short(blameOfH)}`, `slope ${short(blameOfH * input)}`];
    found.forEach((place, index) => place.textContent = index < steps ? texts[index] : '');
    ways.forEach((way, index) => set(way, { visibility: index < steps ? 'visible' : 'hidden' }));
    tell(text);
  }
}
