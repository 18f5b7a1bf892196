// Turn three scores into probabilities with softmax.
import { draw, label, number, set, stage } from './kit.js';

const classes = ['bike', 'car', 'empty'];
const fills = ['f-s1', 'f-s6', 'f-s3'];

export default function build() {
  const { element, picture, slider, tell } = stage({
    viewBox: '0 0 420 190',
    alternative: 'For each of three classes its score, e raised to that score, and a bar for its probability.',
    hint: 'Raise one score. What happens to the other two probabilities? Then add 1 to all three.',
  });
  const head = { class: 'f-muted', 'font-size': 14 };
  picture.append(label(6, 18, 'class', head), label(102, 18, 'score', { ...head, 'text-anchor': 'end' }), label(196, 18, 'power of e', { ...head, 'text-anchor': 'end' }), label(230, 18, 'probability', head));
  const rows = classes.map((name, index) => {
    const base = 60 + index * 52;
    const score = label(102, base, '', { 'text-anchor': 'end' });
    const power = label(196, base, '', { 'text-anchor': 'end' });
    const bar = draw('rect', { x: 230, y: base - 20, height: 28, rx: 3, class: fills[index] });
    const share = label(0, base, '', { 'font-weight': 'bold' });
    picture.append(label(6, base, name, { 'font-weight': 'bold' }), score, power, bar, share);
    return (value, p) => {
      score.textContent = number(value, 1);
      power.textContent = number(Math.exp(value));
      set(bar, { width: Math.max(1.5, p * 140) });
      set(share, { x: 236 + p * 140 }).textContent = number(p);
    };
  });
  const scores = classes.map((name, index) => slider({ name: `Score for ${name}`, min: -3, max: 5, step: 0.5, value: 2 - index, text: value => number(value, 1), change: show }));
  show();
  return element;

  function show() {
    const powers = scores.map(score => Math.exp(score.value));
    const sum = powers.reduce((a, b) => a + b);
    rows.forEach((put, index) => put(scores[index].value, powers[index] / sum));
    tell(`Probabilities: ${classes.map((name, index) => `${name} ${number(powers[index] / sum)}`).join(', ')}. Together they are 1.`);
  }
}
