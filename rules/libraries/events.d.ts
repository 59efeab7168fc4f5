// Emitters of events whose values a map of types says: mitt and its like.

declare module "mitt" {
  interface Emitter<Events> {
    all: Map<keyof Events, any>;
    on<K extends keyof Events>(type: K, handler: (event: Events[K]) => void): void;
    off<K extends keyof Events>(type: K, handler?: (event: Events[K]) => void): void;
    emit<K extends keyof Events>(type: K, event: Events[K]): void;
  }
  export default function mitt<Events>(all?: any): Emitter<Events>;
}

declare module "tiny-typed-emitter" {
  class TypedEmitter<Events> {
    on<K extends keyof Events>(event: K, listener: Events[K]): this;
    once<K extends keyof Events>(event: K, listener: Events[K]): this;
    off<K extends keyof Events>(event: K, listener: Events[K]): this;
    addListener<K extends keyof Events>(event: K, listener: Events[K]): this;
    removeListener<K extends keyof Events>(event: K, listener: Events[K]): this;
    emit<K extends keyof Events>(event: K, ...values: Parameters<Events[K]>): boolean;
  }
}

declare module "eventemitter3" {
  class EventEmitter<Events = any> {
    on<K extends keyof Events>(event: K, listener: Events[K], context?: any): this;
    once<K extends keyof Events>(event: K, listener: Events[K], context?: any): this;
    off<K extends keyof Events>(event: K, listener?: Events[K]): this;
    addListener<K extends keyof Events>(event: K, listener: Events[K], context?: any): this;
    emit<K extends keyof Events>(event: K, ...values: Parameters<Events[K]>): boolean;
  }
  export { EventEmitter };
  export default EventEmitter;
}

declare module "nanoevents" {
  interface Emitter<Events> {
    on<K extends keyof Events>(event: K, callback: Events[K]): () => void;
    emit<K extends keyof Events>(event: K, ...values: Parameters<Events[K]>): void;
  }
  export function createNanoEvents<Events>(): Emitter<Events>;
}
