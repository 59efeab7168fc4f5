// Attributes of Vue's component libraries whose text is the name of a property: of a row that the
// element, or the one around it, is bound to; or of the object that a form is about.

declare module "_vue-keys" {
  interface Rows<T> {
    "a-table-column<a-table:data#dataIndex": T;
    "a-table-column<a-table:dataSource#dataIndex": T;
    "a-table:data#rowKey": T;
    "a-table:dataSource#rowKey": T;
    "b-form-select:options#textField": T;
    "b-form-select:options#valueField": T;
    "column<data-table:value#field": T;
    "column<data-table:value#filterField": T;
    "column<data-table:value#sortField": T;
    "data-table:value#dataKey": T;
    "dropdown:options#optionLabel": T;
    "dropdown:options#optionValue": T;
    "el-table-column<el-table:data#prop": T;
    "el-table-column<el-table:data#property": T;
    "el-table:data#rowKey": T;
    "el-tree:data#nodeKey": T;
    "multi-select:options#optionLabel": T;
    "multi-select:options#optionValue": T;
    "n-select:options#labelField": T;
    "n-select:options#valueField": T;
    "n-tree-select:options#keyField": T;
    "n-tree-select:options#labelField": T;
    "n-tree:data#keyField": T;
    "n-tree:data#labelField": T;
    "q-select:options#optionLabel": T;
    "q-select:options#optionValue": T;
    "q-table:rows#rowKey": T;
    "select:options#optionLabel": T;
    "select:options#optionValue": T;
    "u-select-menu:items#labelKey": T;
    "u-select-menu:items#valueKey": T;
    "v-autocomplete:items#itemTitle": T;
    "v-autocomplete:items#itemValue": T;
    "v-combobox:items#itemTitle": T;
    "v-combobox:items#itemValue": T;
    "v-data-table-server:items#itemValue": T;
    "v-data-table:items#itemValue": T;
    "v-list:items#itemTitle": T;
    "v-list:items#itemValue": T;
    "v-select:items#itemTitle": T;
    "v-select:items#itemValue": T;
    "v-text-field:items#itemTitle": T; // which has no items
    "v-text-field:items#itemValue": T;
    "vxe-column<vxe-table:data#field": T;
  }
  // What is checked by the names of a form's rules, too.
  interface Fields<T> {
    "a-form-item<a-form:model#field": T;
    "a-form-item<a-form:model#name": T;
    "el-form-item<el-form:model#prop": T;
    "n-form-item-gi<n-form:model#path": T;
    "n-form-item-row<n-form:model#path": T;
    "n-form-item<n-form:model#path": T;
    "t-form-item<t-form:data#name": T;
  }
  // Lists of columns: `:headers="[{ key: 'name' }]"`, and the slots that are called after them.
  interface Lists<T> {
    "a-table:dataSource@columns=dataIndex": T;
    "b-table:items@fields=key#cell(*)|head(*)|foot(*)": T;
    "el-table-v2:data@columns=dataKey": T;
    "n-data-table:data@columns=key": T;
    "q-table:rows@columns=field": T;
    "u-table:data@columns=accessorKey#*-cell|*-header|*-footer": T;
    "v-data-table-server:items@headers=key|value#item.*|header.*": T;
    "v-data-table-virtual:items@headers=key|value#item.*|header.*": T;
    "v-data-table:items@headers=key|value#item.*|header.*": T;
  }
}
