import { html, type Html } from './html.ts';

export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/**
 * A table. On a narrow screen the style sheet shows the cells of a row below each other. Browsers then no longer tell
 * screen readers that this is a table, so ARIA roles do. The first cell of a row is its heading.
 */
export function stackingTable(table: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Html[])[];
}): Html {
  return html`<table class="stack" role="table">
    <caption>
      ${table.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${table.columns.map(
          (column) => html`<th scope="col" role="columnheader" class="${kind(column)}">${column.title}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${table.rows.map(
        (cells) =>
          html`<tr role="row">
            ${cells.map((cell, index) => cellHtml(cell, table.columns[index]))}
          </tr> `,
      )}
    </tbody>
  </table>`;

  function cellHtml(cell: Html, column: Column | undefined): Html {
    if (column === undefined || column === table.columns[0]) return html`<th scope="row" role="rowheader">${cell}</th>`;
    return html`<td role="cell" class="${kind(column)}" data-label="${column.title}">${cell}</td>`;
  }
}

function kind({ number }: Column): string {
  return number === true ? 'number' : 'text';
}
