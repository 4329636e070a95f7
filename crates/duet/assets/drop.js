// Drop your own spreadsheet: files dropped anywhere on the page go into the form, and off it goes. Without this, the
// form's own field takes them.

for (const form of document.querySelectorAll('form[data-drop]')) {
  const field = form.querySelector('input[type=file]');
  const over = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.toggleAttribute('data-over', event.type === 'dragover');
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', over);
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    over(event);
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
