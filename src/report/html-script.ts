/** Sorting and filtering of the grid; without it the page shows everything in the order of the input. */
export const SCRIPT = `
'use strict';
const table = document.getElementById('grid-table');
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells];
const value = (row, column) => row.cells[column].textContent.trim();
const compare = (a, b) => {
  const x = parseFloat(a), y = parseFloat(b);
  if (!isNaN(x) && !isNaN(y)) return x - y;
  if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
  return a.localeCompare(b, undefined, { numeric: true });
};
heads.forEach((head, column) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', 'Sort by ' + head.textContent);
  head.append(' ', button);
  button.addEventListener('click', () => {
    const up = head.getAttribute('aria-sort') !== 'ascending';
    heads.forEach((other) => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const sorted = [...rows].sort((a, b) => compare(value(a, column), value(b, column)) * (up ? 1 : -1));
    body.append(...sorted);
  });
});
const tools = document.querySelector('.tools');
const name = document.getElementById('filter-name');
const flags = document.getElementById('filter-flags');
const shown = document.getElementById('filter-count');
const filter = () => {
  const wanted = name.value.trim().toLowerCase();
  let count = 0;
  for (const row of rows) {
    const fits = value(row, 0).toLowerCase().includes(wanted) && (!flags.checked || row.dataset.flags !== '0');
    row.hidden = !fits;
    document.getElementById(row.dataset.person).hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count + ' of ' + rows.length + ' shown';
};
name.addEventListener('input', filter);
flags.addEventListener('change', filter);
filter();
tools.hidden = false;
`;
