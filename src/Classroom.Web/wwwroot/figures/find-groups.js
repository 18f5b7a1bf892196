// k-means by hand on six buttons, told by their width: each joins the nearer center, then each center moves to its group's average.
import { draw, label, move, number, scale, stage } from './kit.js';

const widths = [10, 11, 15, 20, 22, 24];
const names = ['A', 'B'];
const fills = ['f-s1', 'f-s2'];
const x = scale(9, 25, 18, 402);
const short = value => number(value).replace(/\.?0+$/, '');

export default function build() {
  const { element, picture, slider, button, tell } = stage({
    viewBox: '0 0 420 190',
    alternative: 'Six buttons on a line from 9 to 25 millimeters. Circles belong to group A, squares to group B. Triangles below the line mark the two centers.',
    hint: 'Press Join and Move in turn until nothing changes. Then let the centers start somewhere else.',
  });
  const buttons = draw('g');
  const triangles = names.map((name, index) => {
    const value = label(0, 42, '', { 'text-anchor': 'middle', 'font-weight': 'bold' });
    const triangle = draw('g', { class: 'glides' }, draw('path', { d: 'M0 4l10 17h-20z', class: fills[index] }), value);
    return { triangle, show(at) { move(triangle, x(at), 106); value.textContent = `${name} ${short(at)}`; } };
  });
  picture.append(draw('line', { x1: 10, x2: 410, y1: 104, y2: 104, class: 's-muted', 'stroke-width': 1.5 }), buttons, ...triangles.map(({ triangle }) => triangle),
    label(210, 184, 'width in millimeters', { 'text-anchor': 'middle', class: 'f-muted' }));
  const starts = [slider({ name: 'Center A starts at', min: 10, max: 24, value: 10, change: startAgain }), slider({ name: 'Center B starts at', min: 10, max: 24, value: 15, change: startAgain })];
  button('Join', join);
  button('Move', moveCentres);
  button('Start again', startAgain);
  let centres, groups, joinedHere;
  startAgain();
  return element;

  function startAgain() {
    centres = starts.map(start => start.value);
    groups = widths.map(() => null);
    joinedHere = false;
    show('The centers are in place. No button has joined one yet.');
  }

  function join() {
    if (joinedHere) {
      show('The buttons have joined these centers already. Now the centers have to move.');
      return;
    }
    // Of two centers that are equally near, the first wins.
    const joined = widths.map(width => Math.abs(width - centres[0]) <= Math.abs(width - centres[1]) ? 0 : 1);
    const changed = joined.filter((group, index) => group !== groups[index]).length;
    groups = joined;
    joinedHere = true;
    const members = names.map((name, group) => `${name}: ${widths.filter((_, index) => groups[index] === group).join(', ') || 'none'}`);
    show(`${members.join('; ')}. ${changed === 0 ? 'Nothing has changed: done.' : `${changed} of 6 have changed.`}`);
  }

  function moveCentres() {
    if (groups[0] === null) {
      show('First the buttons have to join.');
      return;
    }
    if (!joinedHere) {
      show('The centers are at the averages already. Now the buttons have to join.');
      return;
    }
    joinedHere = false;
    centres = centres.map((centre, group) => {
      const members = widths.filter((_, index) => groups[index] === group);
      return members.length === 0 ? centre : members.reduce((sum, width) => sum + width) / members.length;
    });
    show(`The averages of the groups: center A is at ${short(centres[0])}, center B at ${short(centres[1])}.`);
  }

  function show(text) {
    buttons.replaceChildren(...widths.flatMap((width, index) => {
      const group = groups[index];
      const shape = group === 1 ? draw('rect', { x: x(width) - 10, y: 64, width: 20, height: 20, rx: 3, class: fills[1] })
        : draw('circle', { cx: x(width), cy: 74, r: 10, class: group === 0 ? fills[0] : 'f-paper s-ink', 'stroke-width': 2 });
      return [shape, label(x(width), 50, width, { 'text-anchor': 'middle' }), label(x(width), 26, group === null ? '?' : names[group], { 'text-anchor': 'middle', 'font-weight': 'bold' })];
    }));
    triangles.forEach((triangle, index) => triangle.show(centres[index]));
    tell(text);
  }
}
