/**
 * Says how many characters a box holds once most of its room is used, and how many are too many. Nothing is cut off: the
 * server says what is too long, and a line end counts as one character there and here.
 */
export function countsCharacters(box: HTMLTextAreaElement | HTMLInputElement): void {
  const most = Number(box.dataset['most']);
  const says = document.createElement('p');
  says.className = 'field-help';
  says.role = 'status';
  box.after(says);
  const count = () => {
    const length = box.value.trim().length;
    const over = length > most;
    says.textContent =
      length < most * 0.8
        ? ''
        : ((over ? box.dataset['over'] : box.dataset['count'])?.replace('%', (over ? length - most : length).toLocaleString('en')) ?? '');
  };
  box.addEventListener('input', count);
  count();
}
