"""Libraries by their declarations: React, queries, stores, observables, schemas."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; other: number }
export const load = async (): Promise<Row[]> => [];
export declare const rows: Row[];
"""

USES = {
    "a ref of a record with a base that isn't known": "import { ref, reactive } from 'vue';"
    "import type { TableData } from '@acme/ui';"
    "interface Shown extends TableData { /*b*/name: string }"
    "const one = ref<Shown>({} as Shown); one.value./*b*/name;"
    "const all = reactive({ shown: { /*b*/name: '' } as Shown }); all.shown./*b*/name;",
    "vue-request": "import { usePagination, useRequest } from 'vue-request';"
    "const { data, run, mutate } = useRequest(load, { onSuccess: (all) => { all[0]./*a*/old; } });"
    "data.value?.[0]./*a*/old; mutate((was) => { was[0]./*a*/old; return was; });"
    "const paged = usePagination((page: number) => load()); paged.data.value?.[0]./*a*/old;",
    "what a hook makes of the answer": "import { useRequest } from 'vue-request';"
    "import { useRequest as useTask } from 'ahooks'; declare const some: any;"
    "const kept = useRequest(load, { formatResult: (all) => all.map((r) => ({ n: r./*a*/old })) });"
    "kept.data.value[0].old;"
    "useTask(load, { formatResult: (all) => all[0] }).data./*a*/old;"
    "useTask(load, some).data[0]./*a*/old; useRequest(load, some).data.value[0]./*a*/old;",
    "useRequest of vue-hooks-plus": "import { useRequest } from 'vue-hooks-plus';"
    "const { data, runAsync } = useRequest(load); data.value?.[0]./*a*/old;"
    "async function f() { (await runAsync())[0]./*a*/old; }",
    "swrv": "import useSWRV from 'swrv'; const { data } = useSWRV('/rows', load);"
    "data.value?.[0]./*a*/old;",
    "Vue's types of what it makes reactive": "import type { Reactive, DeepReadonly } from 'vue';"
    "function f(r: Reactive<Row>, all: DeepReadonly<Row[]>) { r./*a*/old = all[0]./*a*/old; }"
    "declare const saved: Map<string, Reactive<Row>>; saved.get('x')?./*a*/old;",
    "a selector of one input, given as a list": "import { createSelector } from 'reselect';"
    "interface State { rows: Row[] }"
    "const first = createSelector([(state: State) => state.rows], (all) => all[0]);"
    "declare const state: State; first(state)./*a*/old;",
    "mocks without an import": "const useRow = (): [Row, boolean] => [rows[0], true];"
    "vi.mocked(useRow).mockReturnValue([{ /*a*/old: '', other: 1 }, true]);"
    "jest.mocked(load).mockResolvedValue([{ /*a*/old: '', other: 1 }]);"
    "const mock = useRow as jest.MockedFunction<typeof useRow>;"
    "mock.mockReturnValue([{ /*a*/old: '', other: 1 }, true]);",
    "a mock of a result and of what it takes": "const api = { load:"
    " jest.fn<Promise<Row[]>, []>() };"
    "api.load.mockResolvedValue([{ /*a*/old: '', other: 1 }]); (await api.load())[0]./*a*/old;"
    "declare const one: jest.Mock<Row, [string]>; one.mockReturnValue({ /*a*/old: '', other: 1 });"
    "one('x')./*a*/old; declare const spy: jest.SpyInstance<Row, []>;"
    "spy.mockReturnValueOnce({ /*a*/old: '', other: 1 });",
    "queries whose key comes first": "import { useInfiniteQuery, useMutation, useQuery }"
    " from 'react-query'; declare const keys: any;"
    "useQuery(['rows'], { queryFn: load, select: (rs) => rs[0] }).data?./*a*/old;"
    "useQuery<Row[], Error>(keys.all, { queryFn: () => load() }).data?.[0]./*a*/old;"
    "useQuery('rows', load, { select: (rs) => rs[0] }).data?./*a*/old;"
    "useQuery({ queryKey: ['rows'], queryFn: load }, keys.client).data?.[0]./*a*/old;"
    "useInfiniteQuery(['rows'], { queryFn: load }).data?.pages[0][0]./*a*/old;"
    "useInfiniteQuery(['rows'], load).data?.pages[0][0]./*a*/old;"
    "useMutation(['save'], { mutationFn: load, onSuccess: (rs) => rs[0]./*a*/old });"
    "useMutation('save', (row: Row) => load(), { onSuccess: (rs) => rs[0]./*a*/old })"
    ".mutate({ /*a*/old: '', other: 1 });"
    "useMutation((row: Row) => load(), { onSuccess: (rs) => rs[0]./*a*/old });",
    "Vue's queries whose key comes first": "import { useQuery } from '@tanstack/vue-query';"
    "useQuery(['rows'], load).data.value?.[0]./*a*/old;"
    "useQuery(['rows'], { queryFn: load }).data.value?.[0]./*a*/old;",
    "Express": "import express, { Router, type Request } from 'express';"
    "Router().put<{ id: string }, Row[], Row>('/rows/:id', (req, res) =>"
    " res.status(200).json([{ /*a*/old: req.body./*a*/old, other: Number(req.params.id) }]));"
    "express().post('/rows', async (req: Request<unknown, Row, Row>, res, next) => {"
    " try { req.body./*a*/old; } catch (e) { next(e); } });",
    "await-to-js": "import to from 'await-to-js';"
    "async function f() { const [err, rs] = await to(load()); if (rs) { const r = rs[0];"
    " r./*a*/old; } }",
    "a promise and its error": "import { safely } from '@corentinth/chisels';"
    "async function f() { const [rs, error] = await safely(load()); if (error) { throw error; }"
    " rs[0]./*a*/old; }",
    "a limit on promises": "import pLimit from 'p-limit'; const limit = pLimit(2);"
    "async function f() { (await limit(() => load()))[0]./*a*/old; }",
    "a map of promises": "import pMap from 'p-map'; async function f() {"
    " (await pMap(rows, async (r) => ({ x: r./*a*/old, r })))[0].r./*a*/old; }",
    "a promise tried again": "import pRetry from 'p-retry';"
    "async function f() { (await pRetry(() => load(), { retries: 2 }))[0]./*a*/old; }",
    "mitt": "import mitt from 'mitt'; type Events = { saved: Row; gone: string };"
    "const bus = mitt<Events>(); bus.on('saved', ({ /*a*/old }) => old);"
    "bus.emit('saved', { /*a*/old: '', other: 1 });",
    "events as functions": "import { TypedEmitter } from 'tiny-typed-emitter';"
    "interface Events { SAVED: (row: Row, at: number) => void }"
    "const bus = new TypedEmitter<Events>(); bus.on('SAVED', (row) => row./*a*/old);"
    "bus.emit('SAVED', { /*a*/old: '', other: 1 }, 2);",
    "useState": "import { useState } from 'react';"
    "const [r, setR] = useState<Row | null>(null); r?./*a*/old;"
    "setR((prev) => ({ ...prev!, /*a*/old: prev!./*a*/old }));",
    "useState of a list": "import React from 'react';"
    "const [rs] = React.useState<Row[]>([]); rs.map((r) => r./*a*/old);",
    "useMemo and useCallback": "import { useMemo, useCallback } from 'react';"
    "const r = useMemo(() => rows[0], []); r./*a*/old;"
    "const f = useCallback((x: Row) => x, []); f(r)./*a*/old;",
    "useRef": "import { useRef } from 'react';"
    "const ref = useRef<Row | null>(null); ref.current?./*a*/old;",
    "useReducer": "import { useReducer } from 'react';"
    "function reduce(state: Row, action: { row: Row }) { return action.row; }"
    "const [s, send] = useReducer(reduce, rows[0]); s./*a*/old;"
    "send({ row: { other: 1, /*a*/old: '' } });",
    "context": "import { createContext, useContext } from 'react';"
    "const C = createContext<{ row: Row } | null>(null); useContext(C)!.row./*a*/old;",
    "props": "export function Card({ row }: { row: Row }) { return <p>{row./*a*/old}</p>; }"
    "const x = <Card row={{ other: 1, /*a*/old: '' }} />;",
    "FC": "import type { FC } from 'react';"
    "const Card: FC<{ row: Row }> = ({ row }) => <p>{row./*a*/old}</p>;",
    "props by name": "interface P { /*b*/old: string } const C = ({ /*b*/old }: P) => <p>{old}</p>;"
    "const x = <C /*b*/old='' />;",
    "FC of a React that nobody imports": "const Card: React.FC<{ row: Row }> = ({ row }) =>"
    " <p>{row./*a*/old}</p>; const f = (e: React.ReactNode) => e;",
    "forwardRef and memo": "import { forwardRef, memo } from 'react';"
    "const Card = memo(forwardRef<HTMLElement, { row: Row }>(({ row }, ref) => "
    "<p>{row./*a*/old}</p>)); const x = <Card row={{ other: 1, /*a*/old: '' }} />;",
    "what memo compares": "import React, { memo } from 'react'; type P = { row: Row };"
    "const A = memo(({ row }: P) => null, (a, b) => a.row./*a*/old === b.row./*a*/old);"
    "const B = memo(A, (a, b) => a.row./*a*/old === b.row./*a*/old);"
    "const C = memo((props) => null, (a, b) => a.row./*?*/old === b.row./*?*/old);"
    "class D extends React.Component<P> {} memo(D, (a, b) => a.row./*a*/old === 'x');",
    "props that memo is told": "import React from 'react'; type P = { row: Row };"
    "const Card = React.memo<P>(({ row }) => <p>{row./*a*/old}</p>,"
    " (a, b) => a.row./*a*/old === b.row./*a*/old);"
    "const x = <Card row={{ other: 1, /*a*/old: '' }} />;",
    "memo of a generic component": "import { memo } from 'react';"
    "function Each<T>(p: { of: T[]; show: (x: T) => any }) { return null; }"
    "const All = memo(Each); const x = <All of={rows} show={(r) => r./*a*/old} />;",
    "children as a function": "function Each<T>(p: { of: T[]; children: (x: T) => any }) "
    "{ return null; } const x = <Each of={rows}>{(r) => r./*a*/old}</Each>;",
    "a custom hook": "import { useState } from 'react';"
    "function useRow() { const [row] = useState<Row>(rows[0]); return { row }; }"
    "const { row } = useRow(); row./*a*/old;",
    "a class component": "import { Component } from 'react';"
    "class C extends Component<{ row: Row }, { row: Row }> { render() "
    "{ return this.props.row./*a*/old + this.state.row./*a*/old; } }",
    "useQuery": "import { useQuery } from '@tanstack/react-query';"
    "const { data } = useQuery({ queryKey: ['x'], queryFn: () => load() });"
    "data?.[0]./*a*/old; data!.map((r) => r./*a*/old);",
    "useQuery with select": "import { useQuery } from '@tanstack/react-query';"
    "const q = useQuery({ queryKey: ['x'], queryFn: load, select: (rs) => rs[0]./*a*/old });",
    "useMutation": "import { useMutation } from '@tanstack/react-query';"
    "const m = useMutation({ mutationFn: (row: Partial<Row>) => load() });"
    "m.mutate({ /*a*/old: '' }, { onSuccess: (rs) => rs[0]./*a*/old });",
    "callbacks of one object, each of the last": "import { useInfiniteQuery, useQueries } from"
    " '@tanstack/react-query'; declare function page(at: number): Promise<{ rows: Row[] }>;"
    "useInfiniteQuery({ queryFn: async ({ pageParam }) => { const found = await page(pageParam);"
    " return found; }, getNextPageParam: (last) => last.rows[0]./*a*/old });"
    "useInfiniteQuery({ queryFn({ pageParam }) { return page(pageParam); },"
    " getNextPageParam(last) { return last.rows[0]./*a*/old; } });"
    "useQueries({ queries: [1, 2].map((at) => ({ queryFn: () => page(at) })) })"
    ".map((query) => query.data?.rows[0]./*a*/old);",
    "an infinite query by its options": "import { useInfiniteQuery, infiniteQueryOptions } from"
    " '@tanstack/react-query'; declare function page(at: number): Promise<{ rows: Row[] }>;"
    "const options = infiniteQueryOptions({ queryFn: ({ pageParam }) => page(pageParam),"
    " getNextPageParam: (last) => last.rows[0]./*a*/old });"
    "useInfiniteQuery(options).data!.pages.flatMap((it) => it.rows)[0]./*a*/old;",
    "a state whose property functions have too": "import { useState } from 'react';"
    "interface Named { /*b*/name: string } const [n, setN] = useState<Named>({ /*b*/name: '' });"
    "setN({ /*b*/name: 'x' });",
    "a tuple that the pattern asks for": "import { useMemo } from 'react';"
    "declare const found: { rows: Row[]; count: number } | undefined;"
    "const [all, count] = useMemo(() => [found?.rows ?? [], found?.count ?? 0], [found]);"
    "all[0]./*a*/old;",
    "columns before what they show": "import { Table } from 'antd';"
    "const x = <Table columns={[{ render: (_, { /*a*/old }) => old }]} dataSource={rows} />;",
    "a form of Mantine": "import { useForm } from '@mantine/form';"
    "const form = useForm<Row>({ initialValues: { /*a*/old: '', other: 1 },"
    " validate: { /*a*/old: (it) => (it ? null : 'x') } }); form.values./*a*/old;"
    "form.getInputProps(/*a*/'old'); form.onSubmit((values) => values./*a*/old);"
    "form.setValues({ /*a*/old: '' }); form.setFieldValue(/*a*/'old', 'x');"
    "const outer = useForm<{ row: Row }>(); outer.setFieldValue('row.other', 1);"
    "outer.setFieldValue('row', { other: 1, /*a*/old: '' });",
    "signals and stores of Solid": "import { createSignal, createMemo, createResource } from"
    " 'solid-js'; import { createStore, produce } from 'solid-js/store';"
    "const [row, setRow] = createSignal({} as Row & { own: boolean }); row()./*a*/old;"
    "const [list, setList] = createSignal<Row[]>([]);"
    "setList((all) => all.filter((r) => r./*a*/old));"
    "const first = createMemo(() => list()[0]); first()./*a*/old;"
    "const [loaded] = createResource(load); loaded()![0]./*a*/old;"
    "const [kept, setKept] = createStore({ row: rows[0], all: rows }); kept.row./*a*/old;"
    "setKept('row', /*a*/'old', 'x'); setKept('row', { /*a*/old: 'x' });"
    "setKept('all', (r) => r./*a*/old === '', /*a*/'old', 'x');"
    "setKept(produce((it) => { it.row./*a*/old = 'x'; }));",
    "control flow of Solid": "import { For, Show, createSignal } from 'solid-js';"
    "const [list] = createSignal<Row[]>([]);"
    "const x = <For each={list()}>{(r) => r./*a*/old}</For>;"
    "const y = <Show when={list()[0]}>{(r) => r()./*a*/old}</Show>;",
    "lists of Solid": "import { createSignal, indexArray, mapArray, mergeProps, splitProps } from"
    " 'solid-js'; import Sortable from 'solid-sortablejs';"
    "const [list, setList] = createSignal<Row[]>([]);"
    "const shown = mapArray(list, (row, at) => ({ row, at: at() + row./*a*/old }));"
    "const read = indexArray(list, (row) => row()); shown()[0].row./*a*/old; read()[0]./*a*/old;"
    "const [mine, yours, all] = splitProps(rows[0], [/*a*/'old'], ['other']); mine./*a*/old;"
    "mergeProps({ x: 1 }, { y: 1 }, rows[0])./*a*/old;"
    "const z = <Sortable items={list()} setItems={(rs) => setList(rs.filter((r) => r./*a*/old))}"
    ' idField=/*a*/"old">{(r) => r./*a*/old}</Sortable>;',
    "an interval by the data, or by the query": "import { useQuery } from '@tanstack/react-query';"
    "useQuery({ queryFn: load, refetchInterval: (rs) => rs?.some((r) => r./*a*/old) ? 1 : 0 });"
    "useQuery({ queryFn: load, refetchInterval: (query) => query.state.data?.[0]./*a*/old });",
    "a result with room for a literal": "import { useQueryClient } from '@tanstack/react-query';"
    "type Item = { id: string; /*b*/old?: string }; type Page = { items: Item[] };"
    "useQueryClient().setQueryData<Page>(['x'], (was) => was && ({ ...was, items:"
    " was.items.map((item) => item.id ? { ...item, /*b*/old: '' } : item) }));",
    "deepmerge": "import * as deepMerge from 'deepmerge'; declare const base: Partial<Row>;"
    "deepMerge(base, rows[0] || {})./*a*/old;",
    "axios": "import axios from 'axios';"
    "axios.get<Row[]>('/x').then(({ data }) => data[0]./*a*/old);",
    "axios, made": "import axios from 'axios'; const api = axios.create({});"
    "async function f() { const { data } = await api.post<Row>('/x', {}); data./*a*/old; }",
    "SWR": "import useSWR from 'swr'; const { data } = useSWR<Row>('/x'); data?./*a*/old;",
    "zustand": "import { create } from 'zustand';"
    "const useStore = create<{ row: Row }>()((set) => ({ row: rows[0] }));"
    "useStore((s) => s.row)./*a*/old; const { row } = useStore(); row./*a*/old;",
    "a slice": "import { createSlice, type PayloadAction } from '@reduxjs/toolkit';"
    "createSlice({ name: 'x', initialState: { row: rows[0] }, reducers: {"
    " set(state, action: PayloadAction<Row>) { state.row./*a*/old = action.payload./*a*/old; }"
    " } });",
    "a thunk that may reject": "import { createAsyncThunk, createSlice } from '@reduxjs/toolkit';"
    "const get = createAsyncThunk('x', async (_, { rejectWithValue }) => load()"
    ".then((rs) => { if (rs.length) { return rs[0]; } }).catch(() => rejectWithValue(false)));"
    "createSlice({ name: 'x', initialState: {}, reducers: {}, extraReducers: (builder) =>"
    " { builder.addCase(get.fulfilled, (state, { payload }) => payload?./*a*/old); } });",
    "a slice of said types": "import { createSlice } from '@reduxjs/toolkit';"
    "import type { CaseReducer, PayloadAction } from '@reduxjs/toolkit';"
    "interface State { rows: Row[] }"
    "type Actions = { add: CaseReducer<State, PayloadAction<Row>> };"
    "createSlice<State, Actions, 'x'>({ name: 'x', initialState: { rows: [] }, reducers: {"
    " add(state, { payload }) { state.rows.find((r) => r./*a*/old === payload./*a*/old); } } });",
    "tags of RTK Query": "import { createApi } from '@reduxjs/toolkit/query';"
    "createApi({ endpoints: (build) => ({ all: build.query<Row, void>({ query: () => '/x',"
    " providesTags: (result) => [{ type: 'x', id: result?./*a*/old }] }) }) });",
    "RTK Query": "import { createApi } from '@reduxjs/toolkit/query/react';"
    "const api = createApi({ endpoints: (build) => ({ getRows: build.query<Row[], void>("
    "{ query: () => '/x' }) }) }); api.endpoints.getRows.useQuery().data?.[0]./*a*/old;",
    "RTK Query's hooks": "import { createApi } from '@reduxjs/toolkit/query/react';"
    "export const { useAllQuery, useLazyAllQuery, useAddMutation } = createApi({"
    " endpoints: (build) => ({ all: build.query<Row[], void | null>({ query: () => '/x' }),"
    " add: build.mutation<Row, any>({ query: (body) => ({ url: '/x', body }) }) }) });"
    "const { data = [] } = useAllQuery(null, { skip: !rows.length }); data[0]./*a*/old;"
    "const [load, { data: loaded }] = useLazyAllQuery(); loaded?.[0]./*a*/old;"
    "const [add] = useAddMutation(); add({}).unwrap().then((r) => r./*a*/old);"
    "function sure<T extends { data: any } | { error: any }>(r: T): T extends { error: any } ? "
    "never : T { return r as any; } add({}).then(sure).then((r) => r.data./*a*/old);",
    "lodash": "import _ from 'lodash'; _.sortBy(rows, (r) => r./*a*/old)[0]./*a*/old;"
    "_.keyBy(rows, /*a*/'old').x./*a*/old;",
    "rules of Mantine's forms": "import { useForm } from '@mantine/form';"
    "interface Values { row: Row; list: Row[]; name: string }"
    "const form = useForm<Values>({ validate: { name: (v, all) => all.row./*a*/old + v,"
    " row: { /*a*/old: (v, { list }) => list[0]./*a*/old, other: () => null },"
    " list: { /*a*/old: (v) => (v ? null : 'none') } } });",
    "a query that is fetched": "import { queryOptions, useQuery, useQueryClient }"
    " from '@tanstack/react-query'; const first = queryOptions({ queryKey: [1], queryFn: load,"
    " select: (rs) => rs[0]./*a*/old }); const client = useQueryClient();"
    "client.fetchQuery(first).then((rs) => rs.map((r) => r./*a*/old));",
    "lodash's paths in parts": "import { get, set } from 'lodash'; interface Page { rows: Row[] }"
    "declare const page: Page; get(page, ['rows', 0, /*a*/'old']);"
    "set(page, ['rows', 1, /*a*/'old'], '');"
    "const path = ['rows', 2, /*a*/'old'] as const; get(page, path);"
    "get(page, ['none', /*?*/'old']);",
    "lodash's key and its value": "import { filter } from 'lodash';"
    "filter(rows, [/*a*/'old', /*?*/'old']);",
    "lodash's predicates": "import _ from 'lodash'; declare const byId: Record<string, Row>;"
    "_.filter(rows, (r) => r./*a*/old); _.some(rows, (r, i) => r./*a*/old);"
    "_.find(rows, { /*a*/old: 'x' })?./*a*/old; _.reject(rows, /*a*/'old');"
    "const { /*a*/old } = _.find(rows, (r) => r./*a*/old) || {};"
    "_.filter(byId, (r, key) => r./*a*/old === key); _.every(byId, (r) => r./*a*/old);",
    "Reselect": "import { createSelector } from 'reselect'; interface S { rows: Row[]; n: number }"
    "const full = createSelector((s: S, n: number) => s.rows[n], (s: S) => s.rows, (s: S) => s.n,"
    " (s: S) => s.n, (one, all, n, m) => ({ one, list: all.map((r) => r./*a*/old) }));"
    "declare const s: S; full(s, 1).one./*a*/old;"
    "createSelector([(s: S) => s.rows, (s: S) => s.n], (all, n) => all[n])(s)./*a*/old;",
    "Redux": "import { combineReducers, createStore } from 'redux';"
    "import type { ThunkAction } from 'redux-thunk';"
    "const list = (state: Row[] = [], action: { type: string }): Row[] => state;"
    "const store = createStore(combineReducers({ list })); store.getState().list[0]./*a*/old;"
    "type State = ReturnType<typeof store.getState>;"
    "const add = (): ThunkAction<void, State, unknown, any> => (dispatch, getState) => {"
    " getState().list.find((r) => r./*a*/old); };",
    "lodash by name": "import { forEach, uniqBy } from 'lodash';"
    "import sortBy from 'lodash/sortBy';"
    "uniqBy(rows, (r) => r./*a*/old).map((r) => r./*a*/old); sortBy(rows, 'other')[0]./*a*/old;"
    "declare const grouped: Record<string, Row[]>;"
    "forEach(grouped, (rs) => rs.find((r) => r./*a*/old));",
    "es-toolkit and lodash's single packages": "import { chunk, groupBy } from 'es-toolkit';"
    "import copy from 'lodash.clonedeep'; chunk(rows, 2)[0].map((r) => r./*a*/old);"
    "groupBy(rows, (r) => r./*a*/old).x[0]./*a*/old; copy(rows[0])./*a*/old;",
    "Fuse": "import Fuse from 'fuse.js'; const index = new Fuse(rows, { keys: ['other'] });"
    "index.search('x').map((found) => found.item./*a*/old);",
    "ahooks": "import { useRequest, useSetState } from 'ahooks';"
    "const { data } = useRequest(load, { onSuccess: (rs) => rs[0]./*a*/old });"
    "data?.[0]./*a*/old; const [r, set] = useSetState<Row>(rows[0]); set({ /*a*/old: '' });",
    "values that come later": "import { useDebounce } from '@uidotdev/usehooks';"
    "import { useDebounce as useLater } from 'use-debounce';"
    "import { useDebouncedValue, useListState } from '@mantine/hooks';"
    "import { useLocalStorage } from 'usehooks-ts';"
    "useDebounce(rows, 1)[0]./*a*/old; useLater(rows, 1)[0][0]./*a*/old;"
    "useDebouncedValue(rows, 1)[0][0]./*a*/old;"
    "const [list, lists] = useListState(rows); lists.append({ other: 1, /*a*/old: '' });"
    "const [kept] = useLocalStorage<Row[]>('x', []); kept[0]./*a*/old;",
    "Preact": "import { useState } from 'preact/hooks';"
    "const [r] = useState<Row | null>(null); r?./*a*/old;",
    "Preact's classes": "import { h, Component } from 'preact'; import type { FunctionComponent }"
    " from 'preact'; class Shown extends Component<{ row: Row }, { rows: Row[] }> {"
    " render() { return h('b', null, this.props.row./*a*/old + this.state.rows[0]./*a*/old); } }"
    "const One: FunctionComponent<{ row: Row }> = ({ row }) => h('b', null, row./*a*/old);",
    "MUI's grid": "import type { GridColDef } from '@mui/x-data-grid';"
    "const columns: GridColDef<Row>[] = [{ field: /*~*/'old', renderCell: (p) => p.row./*a*/old,"
    " valueGetter: (_, row) => row./*a*/old },"
    " { field: 'x', valueGetter: ({ row }) => row./*a*/old,"
    " valueSetter: (params) => ({ ...params.row, /*a*/old: params.value }) }];",
    "AG Grid": "import type { ColDef } from 'ag-grid-community';"
    "const columns: ColDef<Row>[] = [{ field: /*a*/'old', cellRenderer: (p) =>"
    " p.data?./*a*/old, valueGetter: ({ data }) => data!./*a*/old }];",
    "a form that is handed on": "import type { FormikContextType } from 'formik';"
    "function use<T extends Row>(form: FormikContextType<T>) { form.getFieldProps(/*a*/'old');"
    " return form.errors./*a*/old ?? form.values./*a*/old; }",
    "react-table": "import { useTable, type CellProps, type Column } from 'react-table';"
    "import type { Row as R } from 'react-table';"
    "const columns: Column<Row>[] = [{ Header: 'x', accessor: (r) => r./*a*/old,"
    " Cell: ({ row: { original } }: CellProps<Row>) => original./*a*/old,"
    " sortType: (one, other) => one.original./*a*/old > other.original./*a*/old ? 1 : -1 },"
    " { accessor: /*~*/'old', Cell: ({ row, value }) => row.original./*a*/old + value }];"
    "const table = useTable({ columns, data: rows }); table.page[0].original./*a*/old;"
    "const name = (r: R<Row>) => r.original./*a*/old;",
    "mocked requests": "import { http, rest, HttpResponse } from 'msw';"
    "export const handlers = [http.post<never, Row>('/rows', async ({ request }) => {"
    " const { /*a*/old } = await request.json();"
    " return HttpResponse.json<Row>({ /*a*/old, other: 1 }); }),"
    " rest.get<Row>('/row', async (req, res, ctx) => {"
    " const body = await req.json(); return res(ctx.json<Row>({ ...body, /*a*/old: '' })); })];",
    "TanStack Table": "import { type ColumnDef, useReactTable } from '@tanstack/react-table';"
    "const columns: ColumnDef<Row>[] = [{ id: 'x', accessorFn: (r) => r./*a*/old,"
    " cell: ({ row }) => row.original./*a*/old }];"
    "const table = useReactTable({ data: rows, columns });"
    "table.getRowModel().rows.map((r) => r.original./*a*/old);",
    "Ant Design's table": "import { Table, type TableColumnsType } from 'antd';"
    "const columns: TableColumnsType<Row> = [{ dataIndex: /*~*/'old',"
    " render: (_, row) => row./*a*/old, sorter: (a, b) => a./*a*/old.localeCompare(b./*a*/old) }];"
    "const x = <Table dataSource={rows} columns={columns} rowKey={(row) => row./*a*/old} />;",
    "columns that are made once": "import { useMemo } from 'react';"
    "import type { ColumnsType } from 'antd/es/table';"
    "const columns: ColumnsType<Row> = useMemo(() => [{ render: (_, row) => row./*a*/old },"
    " { onCell(row) { return row./*a*/old; } }], []);",
    "Ant Design's form": "import { Form } from 'antd'; const [form] = Form.useForm<Row>();"
    "form.validateFields().then((values) => values./*a*/old);"
    "form.setFieldsValue({ /*a*/old: '' });",
    "jotai": "import { atom, useAtom, useAtomValue, useSetAtom } from 'jotai';"
    "import { atomWithStorage } from 'jotai/utils';"
    "const kept = atomWithStorage<{ row: Row } | null>('kept', null);"
    "const one = atom((get) => get(kept)?.row ?? null, (get, set, row: Row) =>"
    " { set(kept, { row }); row./*a*/old; });"
    "const [row] = useAtom(one); row?./*a*/old; useAtomValue(kept)?.row./*a*/old;"
    "useSetAtom(kept)((prev) => { prev?.row./*a*/old; return prev; });",
    "a store of options": "import { defineStore } from 'pinia';"
    "const useRows = defineStore('rows', { state: () => ({ rows: [] as Row[] }),"
    " getters: { names: (state) => state.rows.map((r) => r./*a*/old),"
    " first(): Row { return this.rows.find((r) => r./*a*/old)!; } },"
    " actions: { add(row: Row) { this.rows = this.rows.concat(row); },"
    " drop(name: string) { this.rows = this.rows.filter((r) => r./*a*/old !== name); } } });"
    "useRows().rows[0]./*a*/old; useRows().first./*a*/old;",
    "connected props": "import React from 'react';"
    "import { connect, type ConnectedProps } from 'react-redux';"
    "interface State { row: Row }"
    "const connector = connect((state: State) => ({ row: state.row }), { load });"
    "type Props = ConnectedProps<typeof connector> & { id: string };"
    "class C extends React.Component<Props> { render() { return this.props.row./*a*/old; } }"
    "export default connector(C);",
    "thunks": "import { configureStore, createAsyncThunk } from '@reduxjs/toolkit';"
    "import type { ThunkAction } from '@reduxjs/toolkit';"
    "const row = (state: Row | undefined, action: any) => rows[0];"
    "const store = configureStore({ reducer: { row } });"
    "type State = ReturnType<typeof store.getState>;"
    "type Thunk<R = void> = ThunkAction<R, State, unknown, any>;"
    "const actions = { log: (): Thunk<Promise<void>> => async (dispatch, getState) => {"
    " getState().row./*a*/old; } };"
    "createAsyncThunk<Row, string, { state: State }>('x', (id, { getState }) => {"
    " getState().row./*a*/old; return rows[0]; });",
    "Angular forms": "import { FormBuilder } from '@angular/forms';"
    "class C { form = this.fb.group({ /*c*/old: ['', 1], inner: this.fb.group<Row>("
    "{ /*a*/old: '', other: 1 }) }); constructor(private fb: FormBuilder) {}"
    " save() { this.form.value./*c*/old;"
    " this.form.controls.inner.controls./*a*/old.value; } }",
    "an observable that ends": "import { catchError, EMPTY, map, Observable } from 'rxjs';"
    "declare const row: Observable<Row>;"
    "row.pipe(catchError(() => EMPTY), map(({ /*a*/old }) => old));",
    "HttpClient": "import { HttpClient } from '@angular/common/http';"
    "import { map } from 'rxjs/operators';"
    "class S { constructor(private http: HttpClient) {} all() { return this.http.get<Row[]>('/x')"
    ".pipe(map((rs) => rs.filter((r) => r./*a*/old))); }"
    " use() { this.all().subscribe((rs) => rs[0]./*a*/old);"
    " this.all().subscribe({ next: (rs) => rs[0]./*a*/old }); } }",
    "signals": "import { signal, computed } from '@angular/core';"
    "const s = signal<Row | null>(null); s()?./*a*/old; computed(() => s())()?./*a*/old;",
    "MobX": "import { makeAutoObservable } from 'mobx'; class Store { rows: Row[] = [];"
    " constructor() { makeAutoObservable(this); } get first() { return this.rows[0]; } }"
    "new Store().first./*a*/old;",
    "an action's payload": "import { createAction } from '@reduxjs/toolkit';"
    "const add = createAction<Row>('add'); add({ /*a*/old: '', other: 1 });"
    "const put = createAction('put', (r: Row) => ({ payload: [r] }));"
    "put({ /*a*/old: '', other: 1 }).payload[0]./*a*/old;",
    "a thunk that is dispatched": "import { useDispatch } from 'react-redux';"
    "import { configureStore, createAsyncThunk } from '@reduxjs/toolkit';"
    "const store = configureStore({ reducer: { rows: (s: Row[] = [], a: any) => s } });"
    "const useTyped: () => typeof store.dispatch = useDispatch;"
    "const get = createAsyncThunk('get', async () => (await load())[0]);"
    "async function f() { (await useTyped()(get()).unwrap())./*a*/old;"
    " store.dispatch(get()).unwrap().then((r) => r./*a*/old); }",
    "hooks and thunks with a store's types": "import { createAsyncThunk } from '@reduxjs/toolkit';"
    "import { useSelector } from 'react-redux'; interface State { rows: Row[] }"
    "const useTyped = useSelector.withTypes<State>(); useTyped((s) => s.rows)[0]./*a*/old;"
    "const thunk = createAsyncThunk.withTypes<{ state: State }>();"
    "thunk('get', async (r: Row, api) => api.getState().rows[0]./*a*/old + r./*a*/old);",
    "underscore": "import _ from 'underscore'; _.uniq(rows, (r) => r./*a*/old)[0]./*a*/old;",
    "MobX's collections": "import { observable, type IObservableArray } from 'mobx';"
    "const list: IObservableArray<Row> = observable.array([]);"
    "list.filter((r) => r./*a*/old); list.replace([{ /*a*/old: '', other: 1 }]);"
    "const map = observable.map<string, Row>(); map.get('a')?./*a*/old;"
    "const box = observable.box<Row | null>(null); box.get()?./*a*/old;",
    "react-hook-form": "import { useForm, type UseFormGetValues } from 'react-hook-form';"
    "function F({ given }: { given: UseFormGetValues<Row> }) {"
    " const { register, formState: { errors }, setValue, watch } = useForm<Row>();"
    " register(/*a*/'old'); setValue(/*a*/'old', watch(/*a*/'old') + watch()./*a*/old);"
    " return errors./*a*/old?.message + given()./*a*/old; }",
    "react-hook-form's values": "import { useForm, useWatch } from 'react-hook-form';"
    "const F = () => { const { control, handleSubmit } = useForm<Row>();"
    " const all = useWatch({ control }); handleSubmit((r) => r./*a*/old); return all./*a*/old; };",
    "Storybook's arguments": "import type { Meta, StoryObj } from '@storybook/react';"
    "function Card(props: { row: Row; title?: string }) { return null; }"
    "const meta: Meta<typeof Card> ="
    " { component: Card, args: { row: { /*a*/old: '', other: 1 } } };"
    "const kept = { component: Card } satisfies Meta<typeof Card>;"
    "const one: StoryObj<typeof meta> = { args: { row: { /*a*/old: '', other: 1 } } };"
    "const two: StoryObj<typeof kept> = { args: { row: { /*a*/old: '', other: 1 } } };"
    "const three: StoryObj<{ row: Row }> = { args: { row: { /*a*/old: '', other: 1 } } };",
    "react-hook-form's lists and controllers": "import { useController, useFieldArray, useForm }"
    " from 'react-hook-form'; interface All { rows: Row[]; row: Row }"
    "const F = () => { const { control } = useForm<All>();"
    " const { fields, append } = useFieldArray({ control, name: 'rows' }); fields[0]./*a*/old;"
    " append({ /*a*/old: '', other: 1 });"
    " const { field } = useController({ control, name: 'row' }); return field.value./*a*/old; };",
    "TanStack Form": "import { useForm } from '@tanstack/react-form'; const F = () => {"
    " const form = useForm({ defaultValues: rows[0], onSubmit: ({ value }) => value./*a*/old });"
    " form.setFieldValue(/*a*/'old', ''); return form.state.values./*a*/old; };",
    "vee-validate": "import { useForm } from 'vee-validate';"
    "const { defineField, values } = useForm<Row>(); defineField(/*a*/'old'); values./*a*/old;",
    "type-fest": "import type { Simplify, SetOptional, PartialDeep } from 'type-fest';"
    "function f(a: Simplify<Row>, b: SetOptional<Row, 'other'>, c: PartialDeep<{ rows: Row }>) {"
    " a./*a*/old = b./*a*/old + c.rows?./*a*/old; }",
    "Svelte's stores": "import { derived, get, writable } from 'svelte/store';"
    "const all = writable<Row[]>([]); const first = derived(all, ($all) => $all[0]);"
    "get(first)./*a*/old; all.update((old) => [...old, { /*a*/old: '', other: 1 }]);"
    "all.subscribe((rs) => rs[0]./*a*/old);",
    "a storage": "import { createStorage, prefixStorage } from 'unstorage';"
    "const kept = prefixStorage<Row>(createStorage(), 'rows');"
    "async function f() { (await kept.getItem('1'))?./*a*/old;"
    " await kept.setItem('1', { /*a*/old: '', other: 1 }); }",
    "ofetch": "import { ofetch } from 'ofetch';"
    "async function f() { (await ofetch<Row>('/row'))./*a*/old; }",
    "queries of SolidJS": "import { useQuery } from '@tanstack/solid-query';"
    "const q = useQuery(() => ({ queryKey: [], queryFn: async () => ({ rows: await load() }) }));"
    "q.data?.rows[0]./*a*/old;",
    "what follows a mutation of SolidJS": "import { useInfiniteQuery, useMutation } from"
    " '@tanstack/solid-query'; declare function save(row: Row): Promise<{ id: number }>;"
    "useMutation(() => ({ mutationFn: (row: Row) => save(row),"
    " onSettled: async (response, error, request) => { request./*a*/old; } }));"
    "useInfiniteQuery(() => ({ queryKey: [], queryFn: (data) => load(), initialPageParam: 0,"
    " getNextPageParam: (last, pages) => last[0]./*a*/old }));",
    "an object that is spread for props": "import { memo } from 'react';"
    "const Item = memo((props: Pick<Row, /*a*/'old'> & { id: number }) => null);"
    "const T = () => <Item {...{ id: 1, /*a*/old: '' }} />;"
    "const U = () => <Item id={1} {...(rows.length ? { /*a*/old: '' } : rows[0])} />;",
    "mobx-utils": "import { computedFn, createTransformer } from 'mobx-utils'; class Store {"
    " byId = computedFn((id: number) => rows[id]); get = createTransformer(this.all);"
    " all(id: number): Row[] { return rows; } }"
    "new Store().byId(1)./*a*/old; new Store().get(1)[0]./*a*/old;",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_uses_through_a_library(use: str, tmp_path: Path) -> None:
    head = "import { type Row, load, rows } from './row';\n"
    agree(tmp_path, {"row.ts": ROW, "use.tsx": head + use.replace(";", ";\n")})


def test_a_component_that_is_loaded_when_it_is_shown(tmp_path: Path) -> None:
    card = "export const Card = ({ row }: { row: Row }) => <p>{row./*a*/old}</p>;\n"
    use = """
import { lazy, type ComponentType } from 'react';
function waiting<P extends object>(Shown: ComponentType<P>) {
  return function Waiting(props: P) { return <Shown {...(props as any)} />; };
}
const Plain = lazy(() => import('./card'));
const Named = lazy(() => import('./card').then((cards) => ({ default: cards.Card })));
const Wrapped = waiting(lazy(() => import('./card')));
export const all = [
  <Plain row={{ other: 1, /*a*/old: '' }} />,
  <Named row={{ other: 1, /*a*/old: '' }} />,
  <Wrapped row={{ other: 1, /*a*/old: '' }} />,
];
"""
    head = "import type { Row } from './row';\n"
    files = {"row.ts": ROW, "card.tsx": f"{head}{card}export default Card;\n", "use.tsx": use}
    agree(tmp_path, files)


def test_a_schema_declares_the_properties_of_its_type(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
import { z } from 'zod';
const Item = z.object({ /*b*/old: z.any() });
export const Row = z.object({ /*a*/old: z.string(), list: z.array(Item) });
export type Row = z.infer<typeof Row>;
export const Page = z.object({ results: z.array(Row) }).describe('a page');
export const Strict = Row.merge(z.object({ /*c*/old: z.number() }));
export type Strict = z.infer<typeof Strict>;
""",
            "use.ts": """
import { Page, type Row, type Strict } from './a';
function g(s: Strict) { s./*c*/old; s.list[0]./*b*/old; }
function f(r: Row) { r./*a*/old; r.list[0]./*b*/old; }
Page.parse({}).results[0]./*a*/old;
const r: Row = { /*a*/old: '', list: [{ /*b*/old: 1 }] };
""",
        },
    )


def test_a_form_hands_its_values_to_the_function_inside_it(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "form.tsx": """
import { Formik } from 'formik';
import type { Row } from './row';
declare const row: Row;
export const said = (
  <Formik<Row> initialValues={row} onSubmit={(values) => values./*a*/old}>
    {(form) => <b>{form.values./*a*/old}</b>}
  </Formik>
);
export const inferred = (
  <Formik initialValues={{ row }} onSubmit={() => 0}>
    {({ values }) => <b>{values.row./*a*/old}</b>}
  </Formik>
);
""",
        },
    )
