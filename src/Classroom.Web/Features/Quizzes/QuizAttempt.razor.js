// Sees to it that nothing a student enters is lost on its way to the server. Each control tells in data-kept what the server
// has of it, and the question tells in data-saved whether that is stored. What is not stored yet lies in the tab's session
// storage too, and is entered again when the connection or the page is back; what does not arrive is said aloud.
const patience = 2000;

/**
 * Watches the section that holds the question in view, until the returned object's stop(). Whenever somebody comes back to this
 * tab, the page reads again what is stored: another one may have changed it.
 */
export function guard(section, page) {
  const ending = new AbortController();
  const notice = section.querySelector('.not-reached');
  const dialog = document.getElementById('components-reconnect-modal');
  let question = null;
  let timer = 0;

  const controls = () => [...section.querySelectorAll('input, select')];
  const picked = control => control.type === 'radio' || control.type === 'checkbox';
  const value = control => picked(control) ? String(control.checked) : control.value;
  const arrived = control => value(control) === (control.dataset.kept ?? '');
  const allArrived = () => controls().every(arrived);
  const key = () => `answer:${section.dataset.attempt}:${section.dataset.question}`;

  const remember = () => sessionStorage.setItem(key(), JSON.stringify(controls().map(value)));

  // What was given in this tab and never stored. The controls stand in the same order after a reload.
  function restore() {
    const given = JSON.parse(sessionStorage.getItem(key()) ?? 'null');
    const all = controls();
    if (given?.length !== all.length) return;
    all.forEach((control, place) => {
      if (picked(control)) control.checked = given[place] === 'true';
      else control.value = given[place];
    });
    sendAgain();
  }

  // A cleared radio button says nothing: the one that is picked instead does.
  function sendAgain() {
    for (const control of controls().filter(control => !arrived(control) && !(control.type === 'radio' && !control.checked))) {
      if (!picked(control)) control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  function wait() {
    if (!allArrived()) {
      timer ||= setTimeout(() => { notice.hidden = false; }, patience);
      return;
    }
    clearTimeout(timer);
    timer = 0;
    notice.hidden = true;
    if (section.dataset.saved === 'true') sessionStorage.removeItem(key());
  }

  // The server has changed something, so it is there: what has not arrived yet gets its time anew.
  function answered() {
    clearTimeout(timer);
    timer = 0;
    notice.hidden = true;
    if (section.dataset.question !== question) {
      question = section.dataset.question;
      restore();
    }
    wait();
  }

  function entered() {
    remember();
    wait();
  }

  async function comeBack() {
    if (document.visibilityState !== 'visible') return;
    try {
      await page.invokeMethodAsync('CatchUpAsync');
    } catch {
      // Not connected right now, which is said elsewhere.
    }
  }

  const changes = new MutationObserver(answered);
  changes.observe(section, { subtree: true, attributeFilter: ['data-kept', 'data-saved', 'data-question'] });
  const until = { signal: ending.signal };
  section.addEventListener('input', entered, until);
  section.addEventListener('change', entered, until);
  window.addEventListener('focus', comeBack, until);
  document.addEventListener('visibilitychange', comeBack, until);
  dialog.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'show') {
      document.documentElement.toggleAttribute('data-unsaved', !allArrived() || section.dataset.saved !== 'true');
    } else if (event.detail.state === 'hide') {
      sendAgain();
    }
  }, until);
  answered();

  return {
    stop() {
      clearTimeout(timer);
      changes.disconnect();
      ending.abort();
    },
  };
}
