// The server's answer to a page that has no circuit: { status, word }; null where the server does not answer.
export async function askWhy() {
  try {
    const answer = await fetch('/api/circuit', { signal: AbortSignal.timeout(5000) });
    return { status: answer.status, word: answer.status === 429 ? (await answer.json()).detail : null };
  } catch {
    return null;
  }
}

const trouble = document.getElementById('blazor-error-ui');
const word = trouble.querySelector('[data-word]');
const otherwise = word.textContent;

// Blazor shows it by its style, and takes no notice of who is looking.
new MutationObserver(async () => {
  if (trouble.style.display !== 'block') return;
  const why = await askWhy();
  if (why?.status === 401) location.reload();
  word.textContent = why?.word ?? otherwise;
}).observe(trouble, { attributes: true, attributeFilter: ['style'] });
