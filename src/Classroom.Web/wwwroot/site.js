// Switches between light and dark and remembers the choice in a cookie, which the server renders into <html>.
// Listens on the document, because enhanced navigation replaces the button.
document.addEventListener('click', event => {
  if (!event.target.closest('[data-theme-toggle]')) return;
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
});

// Prints the page; without scripts, the browser's menu does.
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) print();
});

// Copies what a field shows, and says so in the field's hint.
document.addEventListener('click', async event => {
  const field = document.getElementById(event.target.closest('[data-copy]')?.dataset.copy);
  if (!field) return;
  const { copy } = await import('./Shared/CopyField.razor.js');
  if (await copy(field)) document.getElementById(`${field.id}-help`).textContent = 'Copied. Paste it where it belongs.';
});

// After a link is followed without loading the page anew, reading goes on at the new page's heading. A page that was
// loaded keeps the focus at its start, where the link past the menu is.
let path = location.pathname;
Blazor.addEventListener('enhancedload', () => {
  if (location.pathname === path) return;
  path = location.pathname;
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
});

// The menu has led somewhere.
Blazor.addEventListener('enhancedload', () => document.querySelector('#site-menu:popover-open')?.hidePopover());

// For parts of a page that move the focus when the server has drawn something: its word can come late, and must not take the
// focus from whoever already types an answer.
globalThis.focusUnlessTyping = element => {
  if (!document.activeElement?.matches('input, select, textarea')) element.focus();
};

// A part of a page that takes the focused button away says where to go on: see Focusing. It comes from the server, and whoever has
// pressed Tab by then stays where that led.
globalThis.focusIfLost = element => {
  if (document.activeElement === document.body) element?.focus();
};

// A picture that has just come below the fold moves into view, no further than it takes. It stays in view as what is above it grows,
// until one scrolls, types or clicks.
globalThis.reveal = element => {
  const show = () => element?.querySelector('.picture, figure')?.scrollIntoView({ block: 'nearest' });
  const growth = new ResizeObserver(show);
  growth.observe(document.body);
  const ended = new AbortController();
  const end = () => {
    growth.disconnect();
    ended.abort();
  };
  for (const act of ['wheel', 'touchmove', 'pointerdown', 'mousedown', 'keydown']) {
    document.addEventListener(act, end, { capture: true, passive: true, signal: ended.signal });
  }
  document.addEventListener('enhancedload', end, { signal: ended.signal });
  show();
};

// The glossary is searched as one types; without scripts the button does it.
let typing, typed, askedAgain;
const search = box => {
  typing = undefined;
  const { form: { action }, name, value } = box;
  Blazor.navigateTo(value.trim() ? `${action}?${new URLSearchParams({ [name]: value })}` : action, { replaceHistoryEntry: true });
};
document.addEventListener('input', ({ target }) => {
  if (!target.matches('[data-search]')) return;
  typed = { value: target.value, end: target.selectionEnd };
  clearTimeout(typing);
  typing = setTimeout(search, 150, target);
});
document.addEventListener('focusout', () => typed = undefined);
// An answer brings its own question along, and it may be an earlier one: whoever is typing keeps her words, and is answered anew.
Blazor.addEventListener('enhancedload', () => {
  const box = document.querySelector('[data-search]:focus');
  if (!box || !typed) return;
  if (box.value !== typed.value) {
    box.value = typed.value;
    box.setSelectionRange(typed.end, typed.end);
  }
  const isAnswered = document.querySelector('[data-query]')?.dataset.query.trim() === typed.value.trim();
  if (isAnswered) askedAgain = undefined;
  if (typing || isAnswered || askedAgain === typed.value) return;
  askedAgain = typed.value;
  search(box);
});

// A definition that covers what one reads goes away with Escape, and comes back with the next look at its term.
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const term of document.querySelectorAll('.term:is(:hover, :focus)')) {
    term.classList.add('quiet');
    for (const end of ['mouseleave', 'blur']) term.addEventListener(end, () => term.classList.remove('quiet'), { once: true });
  }
});

// A figure may name a module in /figures that builds a stage for it: a picture with controls. Enhanced navigation takes away what
// scripts have put into a page, so a figure keeps its stage in mind, and gets it back as it was unless it is another figure by now.
const stages = new WeakMap();
async function setStage(figure) {
  const name = figure.dataset.interactive;
  if (stages.get(figure)?.name !== name) {
    const { default: build } = await import(`./figures/${name}.js`);
    if (!figure.isConnected || figure.dataset.interactive !== name) return;
    if (stages.get(figure)?.name !== name) {
      stages.get(figure)?.element.remove();
      stages.set(figure, { name, element: build() });
    }
  }
  const { element } = stages.get(figure);
  if (element.parentNode !== figure) figure.prepend(element);
}
const setStages = () => document.querySelectorAll('figure[data-interactive]').forEach(setStage);
setStages();
Blazor.addEventListener('enhancedload', setStages);

// What a tab shows belongs to one sign-in. When another tab of this browser signs out, or somebody in, this one says so and shows
// nothing more; what the one before left in this tab's storage goes when somebody else signs in here. The server refuses what such
// a tab asks for in any case.
const shownTo = () => document.querySelector('.site-header')?.dataset;
const leaveIfOver = session => {
  if (shownTo()?.session && session !== shownTo().session) location.replace('/account/ended');
};
function tellTabs() {
  const reader = shownTo();
  if (!reader) return;
  if (reader.person) {
    if (sessionStorage.getItem('person') !== reader.person) sessionStorage.clear();
    sessionStorage.setItem('person', reader.person);
  }
  localStorage.setItem('session', reader.session ?? '');
}
tellTabs();
Blazor.addEventListener('enhancedload', tellTabs);
addEventListener('storage', event => {
  if (event.key === 'session') leaveIfOver(event.newValue ?? '');
});
// A page that comes back from the browser's memory has heard nothing meanwhile.
addEventListener('pageshow', event => {
  if (event.persisted) leaveIfOver(localStorage.getItem('session') ?? '');
});

// A key follows the link that shows it, such as the one to the next student; never while one types, and never together with others.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest('input, select, textarea, [contenteditable]')) return;
  const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
