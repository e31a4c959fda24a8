// Written by "npm run api:types".
export interface paths {
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server and its database answer
         * @description サーバーとデータベースの応答確認
         *
         *     For everybody.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description ログイン
         *
         *     For everybody.
         */
        post: operations["postLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out; also when the session ended already
         * @description ログアウト
         *
         *     For everybody.
         */
        post: operations["postLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am and which companies I may act for
         * @description 自分の情報と所属会社
         *
         *     For anybody signed in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose my language
         * @description 表示言語の変更
         *
         *     For anybody signed in.
         */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password; ends my other sessions
         * @description パスワードの変更
         *
         *     For anybody signed in.
         */
        post: operations["postMePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * work centres: an empty file to fill in
         * @description 作業区：取込用の雛形
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkCentersTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * work centres: all rows as a file
         * @description 作業区：ファイルに出力
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkCentersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work centres: what an import would do
         * @description 作業区：取込の確認
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postWorkCentersImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * work centres: import a file
         * @description 作業区：取込
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postWorkCentersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-days/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * calendar days: an empty file to fill in
         * @description 休業日：取込用の雛形
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCalendarDaysTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-days/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * calendar days: all rows as a file
         * @description 休業日：ファイルに出力
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCalendarDaysExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-days/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * calendar days: what an import would do
         * @description 休業日：取込の確認
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postCalendarDaysImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-days/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * calendar days: import a file
         * @description 休業日：取込
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postCalendarDaysImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * floor people: an empty file to fill in
         * @description 作業者：取込用の雛形
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getFloorPeopleTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * floor people: all rows as a file
         * @description 作業者：ファイルに出力
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getFloorPeopleExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * floor people: what an import would do
         * @description 作業者：取込の確認
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postFloorPeopleImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * floor people: import a file
         * @description 作業者：取込
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postFloorPeopleImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Working calendars
         * @description 稼働カレンダー一覧
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCalendars"];
        put?: never;
        /**
         * Add a calendar
         * @description 稼働カレンダーを登録する
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One calendar with its own days and shifts
         * @description 稼働カレンダー
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCalendarsById"];
        /**
         * Change a calendar
         * @description 稼働カレンダーを変更する
         *
         *     Permission `resources.write` (production, admin).
         */
        put: operations["putCalendarsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each day of a stretch: worked or not, and why
         * @description 日ごとの稼働と理由
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCalendarsByIdDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Work centres
         * @description 作業区一覧
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkCenters"];
        put?: never;
        /**
         * Add a work centre
         * @description 作業区を登録する
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postWorkCenters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-centers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One work centre
         * @description 作業区
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkCentersById"];
        /**
         * Change a work centre
         * @description 作業区を変更する
         *
         *     Permission `resources.write` (production, admin).
         */
        put: operations["putWorkCentersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who report work on the floor
         * @description 作業者一覧
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getFloorPeople"];
        put?: never;
        /**
         * Add a person with a PIN
         * @description 作業者を登録する
         *
         *     Permission `resources.write` (production, admin).
         */
        post: operations["postFloorPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor-people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person
         * @description 作業者
         *
         *     Permission `resources.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getFloorPeopleById"];
        /**
         * Change a person, or give a new PIN
         * @description 作業者・暗証番号を変更する
         *
         *     Permission `resources.write` (production, admin).
         */
        put: operations["putFloorPeopleById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock per item
         * @description 在庫一覧
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item's stock by place, lot and promise
         * @description 品目の在庫内訳
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStockByItemId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock moves, newest first
         * @description 受払台帳
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStockLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goods of others in my keeping
         * @description 預り在庫
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStockKept"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move goods between own places
         * @description 場所移動
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postStockTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct stock, with a reason
         * @description 在庫調整
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postStockAdjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Promise free stock to a reservation
         * @description 引当
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postReservationsByIdAllocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reservations/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give promised stock free again
         * @description 引当解除
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postReservationsByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places
         * @description 置き場一覧
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPlaces"];
        put?: never;
        /**
         * Add a place
         * @description 置き場を追加する
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postPlaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a place
         * @description 置き場を変更する
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        put: operations["putPlacesById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live changes of a company, as server-sent events
         * @description 変更のライブ通知
         *
         *     `hello` first, with `missed: true` after a broken line; then `change` with `{ kind, id }`, never a fact. For any member of the company.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ImportResultInput: {
            /** @description false: nothing was written */
            isAccepted: boolean;
            inserted: number;
            updated: number;
            unchanged: number;
            rowCount: number;
            problems: {
                /** @description line of the file, the first is 1 */
                line: number;
                field?: string;
                column: string;
                /** @description what stood in the cell */
                cell: string;
                code: string;
                /** @description the sentence, in the caller's language */
                text: string;
                values: {
                    [key: string]: string | number;
                };
                /** @enum {string} */
                blocks: "nothing" | "row" | "file";
            }[];
            problemCount: number;
        };
        ImportPreviewInput: {
            /** @description false: nothing was written */
            isAccepted: boolean;
            inserted: number;
            updated: number;
            unchanged: number;
            rowCount: number;
            problems: {
                /** @description line of the file, the first is 1 */
                line: number;
                field?: string;
                column: string;
                /** @description what stood in the cell */
                cell: string;
                code: string;
                /** @description the sentence, in the caller's language */
                text: string;
                values: {
                    [key: string]: string | number;
                };
                /** @enum {string} */
                blocks: "nothing" | "row" | "file";
            }[];
            problemCount: number;
            headers: string[];
            sample: {
                line: number;
                /** @enum {string} */
                does: "insert" | "update" | "unchanged";
                cells: string[];
            }[];
        };
        ProblemInput: {
            /** @example urn:musubi:problem:STALE_VERSION */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @example STALE_VERSION */
            code: string;
            /** @description name it when you ask for help */
            requestId: string;
            /** @description every refusal; the first one gives code and status */
            errors: {
                code: string;
                /** @description the sentence to show */
                detail: string;
                /**
                 * @description where it belongs
                 * @example lines.2.quantity
                 */
                field?: string;
                values?: {
                    [key: string]: string | number;
                };
            }[];
        };
        PlaceInput: {
            /** Format: uuid */
            id: string;
            /** @description a code people type, unique within its company */
            code: string;
            name: string;
            nameEn: string;
            /** @enum {string} */
            kind: "storage" | "receiving" | "production" | "at_partner" | "transit" | "customer" | "supplier" | "scrap" | "adjustment" | "opening";
            partnerId: string | null;
            isActive: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        StockRowInput: {
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            category: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            keptElsewhere: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            reserved: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            free: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            safetyStock: string;
            valueYen: string | null;
        };
        StockBalanceInput: {
            /** Format: uuid */
            placeId: string;
            placeCode: string;
            placeName: string;
            /** @enum {string} */
            placeKind: "storage" | "receiving" | "production" | "at_partner" | "transit" | "customer" | "supplier" | "scrap" | "adjustment" | "opening";
            lotId: string | null;
            lotCode: string | null;
            keeperName: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
        };
        StockLedgerRowInput: {
            /** Format: uuid */
            moveId: string;
            seq: number;
            /**
             * Format: date
             * @example 2026-11-23
             */
            movedOn: string;
            /** @enum {string} */
            kind: "opening" | "receipt" | "shipment" | "arrival" | "acceptance" | "rejection" | "return" | "transfer" | "adjustment" | "count" | "issue" | "output" | "scrap" | "free_issue";
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            placeName: string;
            lotCode: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            tradeId: string | null;
            number: string | null;
            workOrderId: string | null;
            reason: string;
        };
        ReservationInput: {
            /** Format: uuid */
            id: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            allocated: string;
        };
        KeptStockInput: {
            placeName: string;
            ownerName: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
        };
        ImportResult: {
            /** @description false: nothing was written */
            isAccepted: boolean;
            inserted: number;
            updated: number;
            unchanged: number;
            rowCount: number;
            problems: {
                /** @description line of the file, the first is 1 */
                line: number;
                field?: string;
                column: string;
                /** @description what stood in the cell */
                cell: string;
                code: string;
                /** @description the sentence, in the caller's language */
                text: string;
                values: {
                    [key: string]: string | number;
                };
                /** @enum {string} */
                blocks: "nothing" | "row" | "file";
            }[];
            problemCount: number;
        };
        ImportPreview: {
            /** @description false: nothing was written */
            isAccepted: boolean;
            inserted: number;
            updated: number;
            unchanged: number;
            rowCount: number;
            problems: {
                /** @description line of the file, the first is 1 */
                line: number;
                field?: string;
                column: string;
                /** @description what stood in the cell */
                cell: string;
                code: string;
                /** @description the sentence, in the caller's language */
                text: string;
                values: {
                    [key: string]: string | number;
                };
                /** @enum {string} */
                blocks: "nothing" | "row" | "file";
            }[];
            problemCount: number;
            headers: string[];
            sample: {
                line: number;
                /** @enum {string} */
                does: "insert" | "update" | "unchanged";
                cells: string[];
            }[];
        };
        Problem: {
            /** @example urn:musubi:problem:STALE_VERSION */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @example STALE_VERSION */
            code: string;
            /** @description name it when you ask for help */
            requestId: string;
            /** @description every refusal; the first one gives code and status */
            errors: {
                code: string;
                /** @description the sentence to show */
                detail: string;
                /**
                 * @description where it belongs
                 * @example lines.2.quantity
                 */
                field?: string;
                values?: {
                    [key: string]: string | number;
                };
            }[];
        };
        Place: {
            /** Format: uuid */
            id: string;
            /** @description a code people type, unique within its company */
            code: string;
            name: string;
            nameEn: string;
            /** @enum {string} */
            kind: "storage" | "receiving" | "production" | "at_partner" | "transit" | "customer" | "supplier" | "scrap" | "adjustment" | "opening";
            partnerId: string | null;
            isActive: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        StockRow: {
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            category: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            keptElsewhere: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            reserved: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            free: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            safetyStock: string;
            valueYen: string | null;
        };
        StockBalance: {
            /** Format: uuid */
            placeId: string;
            placeCode: string;
            placeName: string;
            /** @enum {string} */
            placeKind: "storage" | "receiving" | "production" | "at_partner" | "transit" | "customer" | "supplier" | "scrap" | "adjustment" | "opening";
            lotId: string | null;
            lotCode: string | null;
            keeperName: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
        };
        StockLedgerRow: {
            /** Format: uuid */
            moveId: string;
            seq: number;
            /**
             * Format: date
             * @example 2026-11-23
             */
            movedOn: string;
            /** @enum {string} */
            kind: "opening" | "receipt" | "shipment" | "arrival" | "acceptance" | "rejection" | "return" | "transfer" | "adjustment" | "count" | "issue" | "output" | "scrap" | "free_issue";
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            placeName: string;
            lotCode: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            tradeId: string | null;
            number: string | null;
            workOrderId: string | null;
            reason: string;
        };
        Reservation: {
            /** Format: uuid */
            id: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            allocated: string;
        };
        KeptStock: {
            placeName: string;
            ownerName: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            locale: "ja" | "en";
                        };
                        companies: {
                            /** Format: uuid */
                            companyId: string;
                            code: string;
                            name: string;
                            nameEn: string;
                            color: string;
                            roles: string[];
                            /** @description what the roles allow here, sorted */
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedOut: true;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            locale: "ja" | "en";
                        };
                        companies: {
                            /** Format: uuid */
                            companyId: string;
                            code: string;
                            name: string;
                            nameEn: string;
                            color: string;
                            roles: string[];
                            /** @description what the roles allow here, sorted */
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale: "ja" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            locale: "ja" | "en";
                        };
                        companies: {
                            /** Format: uuid */
                            companyId: string;
                            code: string;
                            name: string;
                            nameEn: string;
                            color: string;
                            roles: string[];
                            /** @description what the roles allow here, sorted */
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    nextPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkCentersTemplate: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkCentersExport: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
                /** @description write 〓 for letters that Shift_JIS lacks instead of refusing */
                replaceUnmappable?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkCentersImportPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkCentersImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarDaysTemplate: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarDaysExport: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
                /** @description write 〓 for letters that Shift_JIS lacks instead of refusing */
                replaceUnmappable?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalendarDaysImportPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalendarDaysImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFloorPeopleTemplate: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFloorPeopleExport: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                encoding?: "utf8" | "shift_jis";
                /** @description write 〓 for letters that Shift_JIS lacks instead of refusing */
                replaceUnmappable?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFloorPeopleImportPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFloorPeopleImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description import the good rows although others have problems */
                    partial?: string;
                    ignoreUnknownColumns?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendars: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** Format: uuid */
                            id: string;
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            worksOn: number[];
                            keepsPublicHolidays: boolean;
                            workCenterCount: number;
                            ownDayCount: number;
                        }[];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCalendars: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    worksOn: number[];
                    keepsPublicHolidays: boolean;
                    days: {
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        onDate: string;
                        isWorking: boolean;
                        reason: string;
                    }[];
                    shifts: {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        /** @example 08:30 */
                        startsAt: string;
                        /** @example 08:30 */
                        endsAt: string;
                        breakMinutes: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        worksOn: number[];
                        keepsPublicHolidays: boolean;
                        days: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            isWorking: boolean;
                            reason: string;
                        }[];
                        shifts: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            /** @example 08:30 */
                            startsAt: string;
                            /** @example 08:30 */
                            endsAt: string;
                            breakMinutes: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        worksOn: number[];
                        keepsPublicHolidays: boolean;
                        days: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            isWorking: boolean;
                            reason: string;
                        }[];
                        shifts: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            /** @example 08:30 */
                            startsAt: string;
                            /** @example 08:30 */
                            endsAt: string;
                            breakMinutes: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCalendarsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    worksOn: number[];
                    keepsPublicHolidays: boolean;
                    days: {
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        onDate: string;
                        isWorking: boolean;
                        reason: string;
                    }[];
                    shifts: {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        /** @example 08:30 */
                        startsAt: string;
                        /** @example 08:30 */
                        endsAt: string;
                        breakMinutes: number;
                    }[];
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        worksOn: number[];
                        keepsPublicHolidays: boolean;
                        days: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            isWorking: boolean;
                            reason: string;
                        }[];
                        shifts: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            /** @example 08:30 */
                            startsAt: string;
                            /** @example 08:30 */
                            endsAt: string;
                            breakMinutes: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarsByIdDays: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        publicHolidaysKnownUntil: string;
                        days: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            isWorking: boolean;
                            /** @enum {string} */
                            because: "own_day" | "public_holiday" | "week";
                            text: string;
                            minutes: number;
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkCenters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                isActive?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            nameEn: string;
                            calendarId: string | null;
                            machineCount: number;
                            minutesPerDay: number;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            laborYenPerHour: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            machineYenPerHour: string;
                            isActive: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
                            calendarCode: string | null;
                            calendarName: string | null;
                        }[];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWorkCenters: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    nameEn: string;
                    calendarId: string | null;
                    machineCount: number;
                    minutesPerDay: number;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    laborYenPerHour: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    machineYenPerHour: string;
                    isActive: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        nameEn: string;
                        calendarId: string | null;
                        machineCount: number;
                        minutesPerDay: number;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        laborYenPerHour: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        machineYenPerHour: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        calendarCode: string | null;
                        calendarName: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkCentersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        nameEn: string;
                        calendarId: string | null;
                        machineCount: number;
                        minutesPerDay: number;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        laborYenPerHour: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        machineYenPerHour: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        calendarCode: string | null;
                        calendarName: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWorkCentersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    nameEn: string;
                    calendarId: string | null;
                    machineCount: number;
                    minutesPerDay: number;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    laborYenPerHour: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    machineYenPerHour: string;
                    isActive: boolean;
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        nameEn: string;
                        calendarId: string | null;
                        machineCount: number;
                        minutesPerDay: number;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        laborYenPerHour: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        machineYenPerHour: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        calendarCode: string | null;
                        calendarName: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFloorPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                isActive?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            kana: string;
                            isActive: boolean;
                            /** Format: uuid */
                            id: string;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
                            isLocked: boolean;
                            /** Format: date-time */
                            lockedUntil: string | null;
                        }[];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFloorPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    kana: string;
                    isActive: boolean;
                    /**
                     * @description 4 to 8 digits; never given back
                     * @example 2580
                     */
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        kana: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        isLocked: boolean;
                        /** Format: date-time */
                        lockedUntil: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFloorPeopleById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        kana: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        isLocked: boolean;
                        /** Format: date-time */
                        lockedUntil: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFloorPeopleById: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    kana: string;
                    isActive: boolean;
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /** @description null keeps the PIN; a new one also ends a lock */
                    pin: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        kana: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        isLocked: boolean;
                        /** Format: date-time */
                        lockedUntil: string | null;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                category?: string;
                below?: "safety" | "zero";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StockRow"][];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStockByItemId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        itemId: string;
                        code: string;
                        name: string;
                        unit: string;
                        category: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        onHand: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        keptElsewhere: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        reserved: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        free: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        valueYen: string | null;
                        balances: components["schemas"]["StockBalance"][];
                        reservations: {
                            /** Format: uuid */
                            id: string;
                            tradeId: string | null;
                            workOrderId: string | null;
                            number: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            allocated: string;
                            neededOn: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStockLedger: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                itemId?: string;
                placeId?: string;
                kind?: "opening" | "receipt" | "shipment" | "arrival" | "acceptance" | "rejection" | "return" | "transfer" | "adjustment" | "count" | "issue" | "output" | "scrap" | "free_issue";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StockLedgerRow"][];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStockKept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["KeptStock"][];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStockTransfers: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn: string;
                    /** Format: uuid */
                    fromPlaceId: string;
                    /** Format: uuid */
                    toPlaceId: string;
                    lines: {
                        /** @description a code people type, unique within its company */
                        item: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        lot?: string;
                    }[];
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moveIds: string[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStockAdjustments: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn: string;
                    /** Format: uuid */
                    placeId: string;
                    reason: string;
                    lines: {
                        /** @description a code people type, unique within its company */
                        item: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        lot?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moveIds: string[];
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReservationsByIdAllocate: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description absent: as much as is free
                     * @example 12.5
                     */
                    quantity?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReservationsByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaces: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Place"][];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                    };
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPlaces: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    code: string;
                    name: string;
                    /** @default  */
                    nameEn?: string;
                    /** @enum {string} */
                    kind: "storage" | "receiving" | "production" | "at_partner" | "transit" | "customer" | "supplier" | "scrap" | "adjustment" | "opening";
                    /** Format: uuid */
                    partnerId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPlacesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    nameEn?: string;
                    isActive: boolean;
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            /** @description Refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query: {
                company: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
}
