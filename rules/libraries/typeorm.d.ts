// TypeORM: repositories hand out the entities that they are made for.

declare module "typeorm" {
  type _Where<T> = { [K in keyof T]?: T[K] extends object ? _Where<T[K]> | any : any };
  interface FindOneOptions<T> {
    where?: _Where<T> | _Where<T>[];
    relations?: any;
    order?: { [K in keyof T]?: any };
    select?: any;
    withDeleted?: boolean;
    lock?: any;
  }
  interface FindManyOptions<T> extends FindOneOptions<T> {
    skip?: number;
    take?: number;
  }
  class Repository<T> {
    create(): T;
    create(entity: Partial<T>): T;
    create(entities: Partial<T>[]): T[];
    save<E>(entity: E, options?: any): Promise<E & T>;
    save<E>(entities: E[], options?: any): Promise<(E & T)[]>;
    remove(entity: any, options?: any): Promise<T>;
    delete(criteria: any): Promise<any>;
    update(criteria: any, partial: Partial<T>): Promise<any>;
    insert(entity: any): Promise<any>;
    find(options?: FindManyOptions<T>): Promise<T[]>;
    findBy(where: any): Promise<T[]>;
    findAndCount(options?: FindManyOptions<T>): Promise<[T[], number]>;
    findOne(options: FindOneOptions<T>): Promise<T | null>;
    findOneBy(where: _Where<T>): Promise<T | null>;
    findOneOrFail(options: FindOneOptions<T>): Promise<T>;
    findOneByOrFail(where: _Where<T>): Promise<T>;
    count(options?: FindManyOptions<T>): Promise<number>;
    exist(options?: FindManyOptions<T>): Promise<boolean>;
    createQueryBuilder(alias?: string): SelectQueryBuilder<T>;
    metadata: any;
    manager: EntityManager;
  }
  interface SelectQueryBuilder<T> {
    getMany(): Promise<T[]>;
    getOne(): Promise<T | null>;
    getOneOrFail(): Promise<T>;
    getManyAndCount(): Promise<[T[], number]>;
    getCount(): Promise<number>;
    where(...args: any[]): this;
    andWhere(...args: any[]): this;
    orWhere(...args: any[]): this;
    leftJoin(...args: any[]): this;
    leftJoinAndSelect(...args: any[]): this;
    innerJoin(...args: any[]): this;
    innerJoinAndSelect(...args: any[]): this;
    orderBy(...args: any[]): this;
    addOrderBy(...args: any[]): this;
    skip(n?: number): this;
    take(n?: number): this;
    limit(n?: number): this;
    select(...args: any[]): this;
    addSelect(...args: any[]): this;
    groupBy(...args: any[]): this;
    [other: string]: any;
  }
  class EntityManager {
    getRepository<T>(entity: { new (...args: any[]): T }): Repository<T>;
    find<T>(entity: { new (...args: any[]): T }, options?: any): Promise<T[]>;
    findOne<T>(entity: { new (...args: any[]): T }, options: any): Promise<T | null>;
    save<E>(entity: E): Promise<E>;
  }
  class DataSource {
    constructor(options: any);
    getRepository<T>(entity: { new (...args: any[]): T }): Repository<T>;
    manager: EntityManager;
    initialize(): Promise<any>;
  }
  function getRepository<T>(entity: { new (...args: any[]): T }, name?: string): Repository<T>;
  type EntityTarget<T> = { new (...args: any[]): T };
  interface ObjectLiteral {
    [key: string]: any;
  }
  function OneToMany<T>(type: () => { new (...args: any[]): T }, inverse: (entity: T) => any, options?: any): any;
  function ManyToOne<T>(type: () => { new (...args: any[]): T }, inverse?: ((entity: T) => any) | any, options?: any): any;
  function OneToOne<T>(type: () => { new (...args: any[]): T }, inverse?: ((entity: T) => any) | any, options?: any): any;
  function ManyToMany<T>(type: () => { new (...args: any[]): T }, inverse?: ((entity: T) => any) | any, options?: any): any;
  interface EntitySubscriberInterface<T = any> {}
  interface InsertEvent<T> {
    entity: T;
    manager: EntityManager;
  }
  interface UpdateEvent<T> {
    entity: any;
    databaseEntity: T;
    manager: EntityManager;
  }
  interface RemoveEvent<T> {
    entity?: T;
    databaseEntity: T;
    manager: EntityManager;
  }
}
