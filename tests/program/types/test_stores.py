"""Stores, queries and loaders as programs use them: zustand, Redux Toolkit, SWR, TanStack, Next…"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; other: number }
export const load = async (): Promise<Row[]> => [];
export declare const rows: Row[];
"""
API = (
    "import { createApi } from '@reduxjs/toolkit/query/react';"
    "const api = createApi({ endpoints: (build) => ({"
    " row: build.query<Row, number>({ query: (id) => `/rows/${id}` }),"
    " rows: build.query<Row[], void>({ query: () => '/rows' }) }) });"
)

USES = {
    "zustand's middleware": "import { create } from 'zustand'; import { immer } from"
    " 'zustand/middleware/immer'; import { devtools, persist, subscribeWithSelector } from"
    " 'zustand/middleware'; interface State { rows: Row[] };"
    "create<State>()(subscribeWithSelector(persist(devtools(immer((set, get) => {"
    " get().rows[0]./*a*/old; return { rows: [] }; })), { name: 'x' })));",
    "zustand with an equality": "import { createWithEqualityFn } from 'zustand/traditional';"
    "import { devtools, persist, subscribeWithSelector } from 'zustand/middleware';"
    "import { immer } from 'zustand/middleware/immer'; import { shallow } from 'zustand/shallow';"
    "interface State { rows: Row[]; add: (row: Row) => void }"
    "const useRows = createWithEqualityFn<State>()(subscribeWithSelector(persist(devtools("
    "immer((set, get) => ({ rows: [], add: (row) => { get().rows[0]./*a*/old;"
    " set((state) => { state.rows[0]./*a*/old = row./*a*/old; }); } }))), { name: 'x' })),"
    " shallow);"
    "const first = useRows((state) => state.rows[0]); first./*a*/old;",
    "zustand without React": "import { createStore } from 'zustand/vanilla';"
    "import { useStore } from 'zustand';"
    "const store = createStore<{ row: Row }>()(() => ({ row: rows[0] }));"
    "store.getState().row./*a*/old; useStore(store, (s) => s.row)./*a*/old;"
    "store.subscribe((s) => s.row./*a*/old);",
    "zustand's combine": "import { create } from 'zustand';"
    "import { combine } from 'zustand/middleware';"
    "const useRow = create(combine({ rows: [] as Row[] }, (set, get) => ({"
    " rename: () => get().rows[0]./*a*/old })));"
    "useRow((s) => s.rows)[0]./*a*/old;",
    "zustand's slices": "import { create, type StateCreator } from 'zustand';"
    "interface A { row: Row } interface B { rows: Row[] }"
    "const a: StateCreator<A & B, [], [], A> = (set, get) => ({ row: get().rows[0] });"
    "const b: StateCreator<A & B, [], [], B> = (set) => ({ rows: [{ /*a*/old: '', other: 1 }] });"
    "const use = create<A & B>()((...all) => ({ ...a(...all), ...b(...all) }));"
    "use((s) => s.row)./*a*/old; use.getState().rows[0]./*a*/old;",
    "zustand's useShallow": "import { create } from 'zustand';"
    "import { useShallow } from 'zustand/shallow'; import { useShallow as u } from"
    " 'zustand/react/shallow'; const use = create<{ rows: Row[] }>(() => ({ rows: [] }));"
    "use(useShallow((s) => s.rows))[0]./*a*/old; use(u((s) => ({ r: s.rows[0] }))).r./*a*/old;"
    "const { rows: rs } = use(useShallow(({ rows }) => ({ rows }))); rs[0]./*a*/old;",
    "a matcher of RTK Query": API + "import { createSlice } from '@reduxjs/toolkit';"
    "createSlice({ name: 'x', initialState: { row: rows[0] }, reducers: {}, extraReducers: (b) =>"
    " { b.addMatcher(api.endpoints.row.matchFulfilled, (state, { payload }) => {"
    " state.row./*a*/old = payload./*a*/old; }).addMatcher(api.endpoints.rows.matchFulfilled,"
    " (state, action) => { state.row./*a*/old = action.payload[0]./*a*/old; }); } });",
    "a matcher of several": "import { createAsyncThunk, createSlice, isAnyOf } from"
    " '@reduxjs/toolkit'; const one = createAsyncThunk('a', async () => (await load())[0]);"
    "const two = createAsyncThunk('b', async () => (await load())[1]);"
    "createSlice({ name: 'x', initialState: { row: rows[0] }, reducers: {}, extraReducers: (b) =>"
    " { b.addMatcher(isAnyOf(one.fulfilled, two.fulfilled), (state, action) => {"
    " state.row = action.payload; action.payload./*a*/old; }); } });",
    "a cache that RTK Query alters": API + "declare const dispatch: any;"
    "dispatch(api.util.updateQueryData('row', 1, (draft) => { draft./*a*/old = ''; }));"
    "dispatch(api.util.updateQueryData('rows', undefined, (all) => { all[0]./*a*/old = ''; }));"
    "dispatch(api.util.upsertQueryData('row', 1, { /*a*/old: '', other: 1 }));",
    "an endpoint that is asked by hand": API + "import { configureStore } from '@reduxjs/toolkit';"
    "const store = configureStore({ reducer: {} }); async function f() {"
    " const row = await store.dispatch(api.endpoints.row.initiate(1)).unwrap(); row./*a*/old;"
    " const { data } = await store.dispatch(api.endpoints.rows.initiate()); data?.[0]./*a*/old; }",
    "a selector of drafts": "import { createDraftSafeSelector } from '@reduxjs/toolkit';"
    "const all = (state: { rows: Row[] }) => state.rows;"
    "const first = createDraftSafeSelector([all], (them) => them[0]./*a*/old);",
    "a store that is kept": "import { combineReducers, configureStore, createSlice } from"
    " '@reduxjs/toolkit'; import { persistReducer } from 'redux-persist';"
    "const slice = createSlice({ name: 'x', initialState: { row: rows[0] }, reducers: {} });"
    "const app = combineReducers({ x: slice.reducer });"
    "const root = (state: ReturnType<typeof app>, action: any) => app(state, action);"
    "const store = configureStore({ reducer: persistReducer({ key: 'k' }, root) });"
    "type State = ReturnType<typeof store.getState>; const pick = (s: State) => s.x.row./*a*/old;",
    "what a query ends with": "import { createApi } from '@reduxjs/toolkit/query/react';"
    "createApi({ endpoints: (build) => ({ row: build.query<Row, number>({ query: (id) => '/x',"
    " async onQueryStarted(id, { dispatch, queryFulfilled }) {"
    " const { data } = await queryFulfilled; data./*a*/old; } }) }) });",
    "a reducer that is prepared": "import { createSlice, type PayloadAction } from"
    " '@reduxjs/toolkit'; createSlice({ name: 'x', initialState: { rows: [] as Row[] }, reducers:"
    " { add: { reducer(state, action: PayloadAction<Row>) { state.rows[0]./*a*/old ="
    " action.payload./*a*/old; }, prepare: (row: Row) => ({ payload: row }) } } });",
    "what a thunk was asked": "import { createAsyncThunk, createSlice } from '@reduxjs/toolkit';"
    "const save = createAsyncThunk('a', async (arg: { row: Row }) => arg.row,"
    " { condition: (arg) => arg.row./*a*/old !== '' });"
    "createSlice({ name: 'x', initialState: { row: rows[0] }, reducers: {}, extraReducers: (b) =>"
    " { b.addCase(save.pending, (state, action) => { state.row./*a*/old ="
    " action.meta.arg.row./*a*/old; }).addCase(save.fulfilled, (state, { meta, payload }) => {"
    " payload./*a*/old = meta.arg.row./*a*/old; }); } });",
    "selectors of a slice": "import { createSlice } from '@reduxjs/toolkit';"
    "const slice = createSlice({ name: 'x', initialState: { rows: [] as Row[] }, reducers: {},"
    " selectors: { first: (state) => state.rows[0], named: (s) => s.rows[0]./*a*/old } });"
    "declare const root: any; slice.selectors.first(root)./*a*/old;",
    "listeners": "import { createListenerMiddleware, createSlice, type PayloadAction } from"
    " '@reduxjs/toolkit'; const slice = createSlice({ name: 'x', initialState: { rows: [] as"
    " Row[] }, reducers: { add(state, action: PayloadAction<Row>) { state.rows.push("
    "action.payload); } } }); const listener = createListenerMiddleware();"
    "listener.startListening({ actionCreator: slice.actions.add, effect: (action) => {"
    " action.payload./*a*/old; } });",
    "adapters": "import { createEntityAdapter, createSlice } from '@reduxjs/toolkit';"
    "const adapter = createEntityAdapter<Row>({ sortComparer: (a, b) =>"
    " a./*a*/old.localeCompare(b./*a*/old) });"
    "interface Root { rows: ReturnType<typeof adapter.getInitialState> } declare const root: Root;"
    "const { selectAll, selectById } = adapter.getSelectors((state: Root) => state.rows);"
    "selectAll(root)[0]./*a*/old; selectById(root, '1')?./*a*/old;",
    "what a mutation kept, when it fails": "import { useMutation } from '@tanstack/react-query';"
    "useMutation({ mutationFn: async (row: Row) => row, onMutate: async (row) => ({ was: rows }),"
    " onError: (error, row, context) => { context?.was[0]./*a*/old; } });",
    "queries of Vue": "import { queryOptions, useInfiniteQuery, useQueries, useQuery } from"
    " '@tanstack/vue-query'; import { computed } from 'vue';"
    "useQuery(() => ({ queryKey: [], queryFn: load })).data.value?.[0]./*a*/old;"
    "const { data } = useQuery(computed(() => ({ queryKey: [], queryFn: load })));"
    "data.value?.[0]./*a*/old; const first = queryOptions({ queryKey: [], queryFn: load,"
    " select: (all) => all[0] }); useQuery(first).data.value?./*a*/old;"
    "useInfiniteQuery({ queryKey: [], queryFn: () => load(), initialPageParam: 0,"
    " getNextPageParam: (last) => last[0]./*a*/old }).data.value?.pages[0][0]./*a*/old;"
    "useQueries({ queries: [{ queryFn: load }] }).value[0].data?.[0]./*a*/old;",
    "a cache that SWR alters": "import useSWR, { mutate } from 'swr';"
    "mutate<Row[]>('/x', (all) => all?.filter((row) => row./*a*/old));"
    "useSWR<Row>('/x', load, { compare: (a, b) => a?./*a*/old === b?./*a*/old });",
    "VueUse's fetch": "import { useFetch, useMemoize } from '@vueuse/core';"
    "const { data } = useFetch('/x').json<Row>(); data.value?./*a*/old;"
    "const kept = useMemoize(load); async function f() { (await kept())[0]./*a*/old; }",
    "atoms that wait": "import { atom, useAtom, useAtomValue } from 'jotai';"
    "import { loadable, unwrap } from 'jotai/utils'; import { atomWithQuery } from"
    " 'jotai-tanstack-query'; const all = atom(async () => load());"
    "const state = useAtomValue(loadable(all)); if (state.state === 'hasData') {"
    " state.data[0]./*a*/old; } useAtomValue(unwrap(all))?.[0]./*a*/old;"
    "const [query] = useAtom(atomWithQuery(() => ({ queryKey: [], queryFn: load })));"
    "query.data?.[0]./*a*/old;",
    "Recoil": "import { atom, selector, selectorFamily, useRecoilState, useRecoilValue } from"
    " 'recoil'; const all = atom<Row[]>({ key: 'a', default: [] });"
    "const first = selector({ key: 'b', get: ({ get }) => get(all)[0] });"
    "const one = selectorFamily({ key: 'c', get: (n: number) => ({ get }) => get(all)[n] });"
    "const [rs, set] = useRecoilState(all); rs[0]./*a*/old; set((was) => was.filter((r) =>"
    " r./*a*/old)); useRecoilValue(first)./*a*/old; useRecoilValue(one(1))./*a*/old;",
    "Nano Stores": "import { atom, computed, map } from 'nanostores'; import { useStore } from"
    " '@nanostores/react'; const all = atom<Row[]>([]); useStore(all)[0]./*a*/old;"
    "useStore(computed(all, (rs) => rs[0]))./*a*/old; all.subscribe((rs) => rs[0]./*a*/old);"
    "const held = map<{ row?: Row }>({}); held.setKey('row', { /*a*/old: '', other: 1 });",
    "what a loader hands to its page": "import { useLoaderData, useOutletContext } from"
    " 'react-router-dom'; import { createFileRoute } from '@tanstack/react-router';"
    "async function loader() { return { row: rows[0] }; }"
    "useLoaderData<typeof loader>().row./*a*/old; useOutletContext<Row>()./*a*/old;"
    "const Route = createFileRoute('/x')({ loader: async () => ({ all: await load() }) });"
    "Route.useLoaderData().all[0]./*a*/old;",
    "Remix": "import { useFetcher, useLoaderData } from '@remix-run/react'; import { json } from"
    " '@remix-run/node'; const loader = async () => json({ row: rows[0] });"
    "const { row } = useLoaderData<typeof loader>(); row./*a*/old;"
    "useFetcher<typeof loader>().data?.row./*a*/old;",
    "pages of Next": "import type { GetStaticProps, InferGetServerSidePropsType,"
    " InferGetStaticPropsType, NextPage } from 'next';"
    "const getServerSideProps = async () => ({ props: { row: rows[0] } });"
    "const A = ({ row }: InferGetServerSidePropsType<typeof getServerSideProps>) => row./*a*/old;"
    "const getStaticProps: GetStaticProps<{ row: Row }> = async () =>"
    " ({ props: { row: { /*a*/old: '', other: 1 } } });"
    "const B = ({ row }: InferGetStaticPropsType<typeof getStaticProps>) => row./*a*/old;"
    "const C: NextPage<{ row: Row }> = ({ row }) => <b>{row./*a*/old}</b>;",
    "RTK Query that selects": API + "const { row } = api.useRowsQuery(undefined, {"
    " selectFromResult: ({ data }) => ({ row: data?.find((r) => r./*a*/old === 'x') }) });"
    "row?./*a*/old; const [get, { data }] = api.useLazyRowQuery(); data?./*a*/old;"
    "async function f() { (await get(1).unwrap())./*a*/old; }",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_uses_of_a_store(use: str, tmp_path: Path) -> None:
    head = "import { type Row, load, rows } from './row';\n"
    agree(tmp_path, {"row.ts": ROW, "use.tsx": head + use.replace(";", ";\n")})
