// Send a gradient back through layers that multiply it by a slope each, and see on a log scale what is left of it.
import { draw, label, number, scale, set, stage } from './kit.js';

const most = 12;
const least = -12;
const y = scale(0, least, 30, 262);
const power = exponent => exponent === 0 ? '1' : `10${[...`${-exponent}`].reduce((text, digit) => text + '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit], '⁻')}`;
/** A small share as people say it: rounded to three digits, one in so many. */
const share = value => value > 0.5 ? number(value) : `1 in ${Number((1 / value).toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 1 })}`;

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 310',
    alternative: 'Bars, one for each layer on the way back, that show on a log scale what is left of the gradient.',
    hint: 'Add layers with the slope at 0.25, the most that sigmoid can give. Then try 0.5, and 1, the slope of a ReLU that is switched on.',
  });
  for (const tick of [0, -3, -6, -9, -12]) {
    picture.append(draw('line', { x1: 52, x2: 414, y1: y(tick), y2: y(tick), class: 's-line' }), label(46, y(tick) + 5, power(tick), { 'text-anchor': 'end', class: 'f-muted', 'font-size': 14 }));
  }
  picture.append(label(6, 16, 'what is left of the gradient', { 'font-weight': 'bold' }), label(233, 302, 'layers passed on the way back', { 'text-anchor': 'middle', class: 'f-muted' }));
  const bars = Array.from({ length: most }, (_, index) => {
    const bar = draw('rect', { x: 58 + index * 30, width: 22, rx: 2, class: 'f-s1' });
    const name = label(69 + index * 30, 281, '', { 'text-anchor': 'middle', class: 'f-muted', 'font-size': 14 });
    picture.append(bar, name);
    return { bar, name };
  });
  const layers = slider({ name: 'Layers', min: 1, max: most, value: 4, change: show });
  const slope = slider({ name: 'Slope in each layer', min: 0.1, max: 1, step: 0.05, value: 0.25, text: number, change: show });
  button('Sigmoid’s best: 0.25', () => { slope.value = 0.25; show(); });
  show();
  return element;

  function show() {
    bars.forEach(({ bar, name }, index) => {
      const top = y((index + 1) * Math.log10(slope.value));
      const there = index < layers.value;
      set(bar, { y: top, height: Math.max(1.5, y(least) - top), visibility: there ? 'visible' : 'hidden' });
      name.textContent = there ? index + 1 : '';
    });
    const left = slope.value ** layers.value;
    tell(`${number(slope.value)} multiplied ${layers.value} ${layers.value === 1 ? 'time' : 'times'}: ${share(left)} of the gradient is left${slope.value === 1 ? ', all of it' : ''}.`);
  }
}
