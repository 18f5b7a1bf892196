/** Puts a field's text on the clipboard; true where that worked. It is left selected, to be copied by hand. */
export async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Schools' own servers often have no HTTPS, and without it there is no such clipboard.
    return document.execCommand('copy');
  }
}
