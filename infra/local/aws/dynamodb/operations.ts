import batchGetItem from 'dynalite/actions/batchGetItem.js';
import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import listTables from 'dynalite/actions/listTables.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import updateTable from 'dynalite/actions/updateTable.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import createTableRules from 'dynalite/validations/createTable.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import describeTableRules from 'dynalite/validations/describeTable.js';
import getItemRules from 'dynalite/validations/getItem.js';
import listTablesRules from 'dynalite/validations/listTables.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import updateTableRules from 'dynalite/validations/updateTable.js';

/**
 * By the name of each operation that we use: the code of dynalite that runs it (`act`), and the schema by which
 * dynalite checks its parameters (`rules`).
 */
export const operations: ReadonlyMap<string, { readonly act: typeof putItem; readonly rules: typeof putItemRules }> =
  new Map([
    ['BatchGetItem', { act: batchGetItem, rules: batchGetItemRules }],
    ['CreateTable', { act: createTable, rules: createTableRules }],
    ['DeleteItem', { act: deleteItem, rules: deleteItemRules }],
    ['DescribeTable', { act: describeTable, rules: describeTableRules }],
    ['GetItem', { act: getItem, rules: getItemRules }],
    ['ListTables', { act: listTables, rules: listTablesRules }],
    ['PutItem', { act: putItem, rules: putItemRules }],
    ['Query', { act: query, rules: queryRules }],
    ['Scan', { act: scan, rules: scanRules }],
    ['UpdateItem', { act: updateItem, rules: updateItemRules }],
    ['UpdateTable', { act: updateTable, rules: updateTableRules }],
  ]);
