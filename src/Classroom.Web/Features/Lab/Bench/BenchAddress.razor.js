/** Puts the bench's settings into the address, so that Back and Forward find them again. */
export function keep(address) {
  // The reader may have gone on to another page meanwhile.
  if (location.pathname === new URL(address).pathname) history.replaceState(history.state, '', address);
}

/** Moves the focus to a field, also to one that is folded away. */
export function go(id) {
  const field = document.getElementById(id);
  if (!field) return;
  for (let part = field.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
  field.focus({ preventScroll: true });
  field.closest('div').scrollIntoView({ block: 'center' });
}
