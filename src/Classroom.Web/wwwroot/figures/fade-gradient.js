// Send a gradient back from the last layer, each layer multiplying it by a factor, and see on a log scale what the first one gets.
import { draw, label, number, scale, set, stage } from './kit.js';

const most = 12;
const [least, largest] = [-11, 4];
const y = scale(least, largest, 262, 30);
const superscript = exponent => [...`${exponent}`].map(sign => sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[sign]).join('');
const grouped = value => Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 2 });

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 310',
    alternative: 'Bars that show on a log scale how strong the gradient is in each layer, from the first layer on the left to the last one next to the loss.',
    hint: 'Add layers while each passes on a quarter. Then try the factors 0.5, 1 and 2.',
  });
  for (const tick of [3, 0, -3, -6, -9]) {
    picture.append(draw('line', { x1: 52, x2: 414, y1: y(tick), y2: y(tick), class: tick === 0 ? 's-good' : 's-line', 'stroke-width': tick === 0 ? 2 : 1 }),
      label(46, y(tick) + 5, tick === 0 ? '1' : `10${superscript(tick)}`, { 'text-anchor': 'end', class: 'f-muted', 'font-size': 14 }));
  }
  picture.append(label(6, 16, 'gradient, if it is 1 in the last layer', { 'font-weight': 'bold' }), label(233, 302, 'layer', { 'text-anchor': 'middle', class: 'f-muted' }));
  const bars = Array.from({ length: most }, (_, index) => {
    const bar = draw('rect', { x: 58 + index * 30, width: 22, rx: 2, class: 'f-s1' });
    const name = label(69 + index * 30, 281, '', { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 });
    picture.append(bar, name);
    return { bar, name };
  });
  const layers = slider({ name: 'Layers', min: 2, max: most, value: 5, change: show });
  const factor = slider({ name: 'Factor in each layer', min: 0.1, max: 2, step: 0.05, value: 0.25, text: number, change: show });
  button('Steepest sigmoid: 0.25', () => { factor.value = 0.25; show(); });
  button('ReLU that is on: 1', () => { factor.value = 1; show(); });
  show();
  return element;

  function show() {
    const last = layers.value;
    bars.forEach(({ bar, name }, index) => {
      const there = index < last;
      const top = y((last - 1 - index) * Math.log10(factor.value));
      set(bar, { y: top, height: Math.max(1.5, y(least) - top), visibility: there ? 'visible' : 'hidden' });
      name.textContent = there ? index + 1 : '';
    });
    const times = last - 1;
    const first = factor.value ** times;
    const share = first < 1 ? `1 part in ${grouped(1 / first)} of` : first === 1 ? 'all of' : `${grouped(first)} times`;
    tell(`${number(factor.value)} multiplied ${times} ${times === 1 ? 'time' : 'times'}: layer 1 gets ${share} what layer ${last} gets.`);
  }
}
