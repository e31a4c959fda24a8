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
    "/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The acting company's settings
         * @description 会社情報
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getCompany"];
        /**
         * Change the company's settings
         * @description 会社情報を変更する
         *
         *     Permission `companies.settings` (president, admin).
         */
        put: operations["putCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who may act for the company
         * @description 利用者一覧
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getMembers"];
        /**
         * Give a person a place and roles, or change them
         * @description 利用者の役割を決める
         *
         *     Permission `companies.members` (admin).
         */
        put: operations["putMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People of others who may act for the company
         * @description 代行権限一覧
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getMandates"];
        put?: never;
        /**
         * Let a person of another employer act for the company
         * @description 代行権限を与える
         *
         *     Permission `companies.members` (admin).
         */
        post: operations["postMandates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mandates/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a mandate
         * @description 代行権限を終える
         *
         *     Permission `companies.members` (admin).
         */
        post: operations["postMandatesByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who of others reached into this company's books
         * @description 他社からのアクセス記録
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done with one record
         * @description 変更履歴
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved views of lists, own and shared
         * @description 保存した一覧の表示
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getSavedViews"];
        put?: never;
        /**
         * Save a view of a list
         * @description 一覧の表示を保存する
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        post: operations["postSavedViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an own view
         * @description 保存した表示を削除する
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        delete: operations["deleteSavedViewsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find an item, a partner or a document
         * @description 品目・取引先・伝票を探す
         *
         *     Permission `companies.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getJump"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * partners: an empty file to fill in
         * @description 取引先：取込用の雛形
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnersTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * partners: all rows as a file
         * @description 取引先：ファイルに出力
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * partners: what an import would do
         * @description 取引先：取込の確認
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnersImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * partners: import a file
         * @description 取引先：取込
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-bank-accounts/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bank accounts: an empty file to fill in
         * @description 振込先：取込用の雛形
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnerBankAccountsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-bank-accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bank accounts: all rows as a file
         * @description 振込先：ファイルに出力
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnerBankAccountsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-bank-accounts/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bank accounts: what an import would do
         * @description 振込先：取込の確認
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnerBankAccountsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-bank-accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bank accounts: import a file
         * @description 振込先：取込
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnerBankAccountsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners, by their reading
         * @description 取引先一覧
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartners"];
        put?: never;
        /**
         * Add a partner
         * @description 取引先を登録する
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartners"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One partner with sites and bank accounts
         * @description 取引先
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnersById"];
        /**
         * Change a partner
         * @description 取引先を変更する
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        put: operations["putPartnersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Companies that can be found
         * @description 公開している会社を探す
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getCompanyProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Links with other companies, proposed and answered
         * @description 取引先連携一覧
         *
         *     Permission `parties.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPartnerLinks"];
        put?: never;
        /**
         * Propose a link to another company
         * @description 取引先連携を申し込む
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnerLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-links/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or decline a link
         * @description 取引先連携に回答する
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnerLinksByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-links/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a proposed link back
         * @description 取引先連携の申込を取り下げる
         *
         *     Permission `parties.write` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postPartnerLinksByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * items: an empty file to fill in
         * @description 品目：取込用の雛形
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * items: all rows as a file
         * @description 品目：ファイルに出力
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * items: what an import would do
         * @description 品目：取込の確認
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postItemsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * items: import a file
         * @description 品目：取込
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postItemsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * units: an empty file to fill in
         * @description 単位：取込用の雛形
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getUnitsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * units: all rows as a file
         * @description 単位：ファイルに出力
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getUnitsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * units: what an import would do
         * @description 単位：取込の確認
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postUnitsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * units: import a file
         * @description 単位：取込
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postUnitsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-conversions/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * unit conversions: an empty file to fill in
         * @description 単位換算：取込用の雛形
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getUnitConversionsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-conversions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * unit conversions: all rows as a file
         * @description 単位換算：ファイルに出力
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getUnitConversionsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-conversions/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * unit conversions: what an import would do
         * @description 単位換算：取込の確認
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postUnitConversionsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-conversions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * unit conversions: import a file
         * @description 単位換算：取込
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postUnitConversionsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bill-of-material-lines/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bill of material: an empty file to fill in
         * @description 部品表：取込用の雛形
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getBillOfMaterialLinesTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bill-of-material-lines/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bill of material: all rows as a file
         * @description 部品表：ファイルに出力
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getBillOfMaterialLinesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bill-of-material-lines/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bill of material: what an import would do
         * @description 部品表：取込の確認
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postBillOfMaterialLinesImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bill-of-material-lines/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bill of material: import a file
         * @description 部品表：取込
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postBillOfMaterialLinesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-operations/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * routing: an empty file to fill in
         * @description 工順：取込用の雛形
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getRoutingOperationsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-operations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * routing: all rows as a file
         * @description 工順：ファイルに出力
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getRoutingOperationsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-operations/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * routing: what an import would do
         * @description 工順：取込の確認
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postRoutingOperationsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing-operations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * routing: import a file
         * @description 工順：取込
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postRoutingOperationsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items with their stock
         * @description 品目一覧
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItems"];
        put?: never;
        /**
         * Add an item
         * @description 品目を登録する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item
         * @description 品目
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsById"];
        /**
         * Change an item
         * @description 品目を変更する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        put: operations["putItemsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock of an item by place and lot
         * @description 品目の在庫
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsByIdStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy an item with its bill and routing
         * @description 品目を部品表・工順ごと複写する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postItemsByIdCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units
         * @description 単位一覧
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getUnits"];
        put?: never;
        /**
         * Add a unit
         * @description 単位を登録する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        post: operations["postUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a unit's names or decimals
         * @description 単位を変更する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        put: operations["putUnitsByCode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/bill-of-material": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Components of an item
         * @description 部品表
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsByIdBillOfMaterial"];
        /**
         * Replace the components of an item
         * @description 部品表を保存する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        put: operations["putItemsByIdBillOfMaterial"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/bill-of-material/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bill over all levels
         * @description 多階層の部品表
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsByIdBillOfMaterialLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/where-used": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an item goes into
         * @description 使用先（逆展開）
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsByIdWhereUsed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Operations of an item
         * @description 工順
         *
         *     Permission `items.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getItemsByIdRouting"];
        /**
         * Replace the operations of an item
         * @description 工順を保存する
         *
         *     Permission `items.write` (production, purchasing, admin).
         */
        put: operations["putItemsByIdRouting"];
        post?: never;
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
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Agreements and price lists, the newest first
         * @description 取引契約の一覧
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One agreement
         * @description 取引契約の詳細
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getAgreementsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agreed price of an item for a quantity on a day, and why
         * @description 契約単価を調べる
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getAgreementsByIdPrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or decline what the other side proposed
         * @description 契約の提案に回答する
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postAgreementsByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Map own items to the agreement's lines
         * @description 自社品目を対応付ける
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        put: operations["putAgreementsByIdItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an agreement from a day on, or take an own proposal back
         * @description 契約を終了する・提案を取り下げる
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postAgreementsByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drafts of agreements
         * @description 契約の下書き
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getAgreementDrafts"];
        put?: never;
        /**
         * Begin a draft of an agreement
         * @description 契約の下書きを作る
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postAgreementDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One draft of an agreement
         * @description 契約の下書きの詳細
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getAgreementDraftsById"];
        /**
         * Keep a draft of an agreement
         * @description 契約の下書きを保存する
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        put: operations["putAgreementDraftsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-drafts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the terms contradict, and what the law forbids
         * @description 契約条件を点検する(取適法の60日ルールなど)
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        post: operations["postAgreementDraftsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-drafts/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose it to the other side
         * @description 相手に提案する
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postAgreementDraftsByIdPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft away
         * @description 契約の下書きを破棄する
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postAgreementDraftsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * price-lists: an empty file to fill in
         * @description 契約単価：取込用の雛形
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPriceListsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * price-lists: all rows as a file
         * @description 契約単価：ファイルに出力
         *
         *     Permission `agreements.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPriceListsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * price-lists: what an import would do
         * @description 契約単価：取込の確認
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postPriceListsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-lists/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * price-lists: import a file
         * @description 契約単価：取込
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postPriceListsImport"];
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
    "/api/v1/stocktakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stocktakes
         * @description 棚卸一覧
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStocktakes"];
        put?: never;
        /**
         * Open a stocktake: freeze what the ledger says
         * @description 棚卸を開始する（理論在庫を固定）
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postStocktakes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocktakes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One stocktake
         * @description 棚卸
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStocktakesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocktakes/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines of a stocktake: theory, count, difference
         * @description 棚卸明細
         *
         *     Permission `inventory.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getStocktakesByIdLines"];
        put?: never;
        /**
         * Add goods the ledger did not know there
         * @description 帳簿にない現品を追加する
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postStocktakesByIdLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocktakes/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter counts
         * @description 実地数を入れる
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postStocktakesByIdCounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocktakes/{id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post the differences to stock and books
         * @description 棚卸差異を計上する
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postStocktakesByIdPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stocktakes/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a stocktake up
         * @description 棚卸を取り消す
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postStocktakesByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opening-stock/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * opening stock: an empty file to fill in
         * @description 期首在庫：取込用の雛形
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        get: operations["getOpeningStockTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opening-stock/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * opening stock: all rows as a file
         * @description 期首在庫：ファイルに出力
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        get: operations["getOpeningStockExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opening-stock/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opening stock: what an import would do
         * @description 期首在庫：取込の確認
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postOpeningStockImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opening-stock/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * opening stock: import a file
         * @description 期首在庫：取込
         *
         *     Permission `inventory.adjust` (warehouse, finance).
         */
        post: operations["postOpeningStockImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders of one side, newest first
         * @description 受注・発注の一覧
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getTrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trade-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order lines of one side: all, open, late, to ship, to receive
         * @description 受注明細・発注明細(受注残・発注残)
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getTradeLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with all that followed from it
         * @description 受注・発注の詳細
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getTradesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries of one side, newest first
         * @description 納品・入荷の一覧
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery and what happened to its lines
         * @description 納品・入荷の詳細
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getDeliveriesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Confirmed lines that can be shipped, or received from outside, now
         * @description 出荷・入荷できる明細
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getOpenLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/order-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items for an order line, as somebody types
         * @description 明細に入力できる品目の候補
         *
         *     Permission `trade.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getOrderItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An order, for a partner without an account
         * @description 取引先向けの注文ページ
         *
         *     For everybody.
         */
        get: operations["getPartnerPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-page/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The partner's word on the order
         * @description 取引先からの回答
         *
         *     For everybody.
         */
        post: operations["postPartnerPageAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * sales-orders: an empty file to fill in
         * @description 受注：取込用の雛形
         *
         *     Permission `sales.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getSalesOrdersTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * sales-orders: all rows as a file
         * @description 受注：ファイルに出力
         *
         *     Permission `sales.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getSalesOrdersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * sales-orders: what an import would do
         * @description 受注：取込の確認
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * sales-orders: import a file
         * @description 受注：取込
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales draft: drafts, the last touched first
         * @description 受注・見積の下書き：下書きの一覧
         *
         *     Permission `sales.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getSalesDrafts"];
        put?: never;
        /**
         * Sales draft: begin a draft
         * @description 受注・見積の下書き：下書きを作る
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        post: operations["postSalesDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales draft: one draft
         * @description 受注・見積の下書き：下書き
         *
         *     Permission `sales.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getSalesDraftsById"];
        /**
         * Sales draft: keep what was typed
         * @description 受注・見積の下書き：下書きを保存する
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        put: operations["putSalesDraftsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-drafts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales draft: what it would become: prices with reasons, totals with tax
         * @description 受注・見積の下書き：金額と単価の根拠を確認する
         *
         *     Permission `sales.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        post: operations["postSalesDraftsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-drafts/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales draft: send it: it becomes an order
         * @description 受注・見積の下書き：登録・送信する
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        post: operations["postSalesDraftsByIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales draft: throw it away
         * @description 受注・見積の下書き：下書きを破棄する
         *
         *     Permission `sales.write` (president, sales, secretariat).
         */
        post: operations["postSalesDraftsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/{id}/lines/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales order: move lines to their next state
         * @description 受注：明細の状態を進める
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersByIdLinesMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales order: ask for a change
         * @description 受注：変更を依頼する
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/{id}/changes/{changeId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales order: answer a change, or take the own one back
         * @description 受注：変更依頼に回答する
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersByIdChangesByChangeIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales order: make a link for a partner without an account
         * @description 受注：取引先向けリンクを発行する
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersByIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales-orders/{id}/links/{linkId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sales order: take a link back
         * @description 受注：取引先向けリンクを取り消す
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postSalesOrdersByIdLinksByLinkIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship lines of one or more orders to one partner
         * @description 出荷する
         *
         *     Permission `sales.ship` (sales, warehouse).
         */
        post: operations["postShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outgoing-deliveries/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivery to a customer outside the platform: the goods have arrived
         * @description 得意先への納品：入荷を記録する
         *
         *     Permission `sales.ship` (sales, warehouse).
         */
        post: operations["postOutgoingDeliveriesByIdReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outgoing-deliveries/{id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivery to a customer outside the platform: accept, accept at a cut price, reject
         * @description 得意先への納品：検収する(合格・特採・不合格)
         *
         *     Permission `sales.ship` (sales, warehouse).
         */
        post: operations["postOutgoingDeliveriesByIdJudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outgoing-deliveries/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivery to a customer outside the platform: accepted goods go back
         * @description 得意先への納品：検収後に返品する
         *
         *     Permission `sales.ship` (sales, warehouse).
         */
        post: operations["postOutgoingDeliveriesByIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * purchase-orders: an empty file to fill in
         * @description 発注：取込用の雛形
         *
         *     Permission `purchasing.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseOrdersTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * purchase-orders: all rows as a file
         * @description 発注：ファイルに出力
         *
         *     Permission `purchasing.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseOrdersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * purchase-orders: what an import would do
         * @description 発注：取込の確認
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * purchase-orders: import a file
         * @description 発注：取込
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchase draft: drafts, the last touched first
         * @description 発注・引合の下書き：下書きの一覧
         *
         *     Permission `purchasing.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseDrafts"];
        put?: never;
        /**
         * Purchase draft: begin a draft
         * @description 発注・引合の下書き：下書きを作る
         *
         *     Permission `purchasing.write` (president, purchasing).
         */
        post: operations["postPurchaseDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchase draft: one draft
         * @description 発注・引合の下書き：下書き
         *
         *     Permission `purchasing.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseDraftsById"];
        /**
         * Purchase draft: keep what was typed
         * @description 発注・引合の下書き：下書きを保存する
         *
         *     Permission `purchasing.write` (president, purchasing).
         */
        put: operations["putPurchaseDraftsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-drafts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase draft: what it would become: prices with reasons, totals with tax
         * @description 発注・引合の下書き：金額と単価の根拠を確認する
         *
         *     Permission `purchasing.read` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        post: operations["postPurchaseDraftsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-drafts/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase draft: send it: it becomes an order
         * @description 発注・引合の下書き：登録・送信する
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseDraftsByIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase draft: throw it away
         * @description 発注・引合の下書き：下書きを破棄する
         *
         *     Permission `purchasing.write` (president, purchasing).
         */
        post: operations["postPurchaseDraftsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/{id}/lines/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase order: move lines to their next state
         * @description 発注：明細の状態を進める
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersByIdLinesMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase order: ask for a change
         * @description 発注：変更を依頼する
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/{id}/changes/{changeId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase order: answer a change, or take the own one back
         * @description 発注：変更依頼に回答する
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersByIdChangesByChangeIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase order: make a link for a partner without an account
         * @description 発注：取引先向けリンクを発行する
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersByIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-orders/{id}/links/{linkId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purchase order: take a link back
         * @description 発注：取引先向けリンクを取り消す
         *
         *     Permission `purchasing.order` (president, purchasing).
         */
        post: operations["postPurchaseOrdersByIdLinksByLinkIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive goods of a supplier outside the platform
         * @description 社外の仕入先からの入荷を記録する
         *
         *     Permission `purchasing.receive` (purchasing, warehouse).
         */
        post: operations["postArrivals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrivals/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arrival: the goods have arrived
         * @description 入荷：入荷を記録する
         *
         *     Permission `purchasing.receive` (purchasing, warehouse).
         */
        post: operations["postArrivalsByIdReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrivals/{id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arrival: accept, accept at a cut price, reject
         * @description 入荷：検収する(合格・特採・不合格)
         *
         *     Permission `purchasing.receive` (purchasing, warehouse).
         */
        post: operations["postArrivalsByIdJudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arrivals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arrival: accepted goods go back
         * @description 入荷：検収後に返品する
         *
         *     Permission `purchasing.receive` (purchasing, warehouse).
         */
        post: operations["postArrivalsByIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchase requests, the last touched first
         * @description 購買依頼の一覧
         *
         *     Permission `purchasing.request` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseRequests"];
        put?: never;
        /**
         * Ask for something to be bought
         * @description 購買を依頼する
         *
         *     Permission `purchasing.request` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        post: operations["postPurchaseRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One purchase request
         * @description 購買依頼
         *
         *     Permission `purchasing.request` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        get: operations["getPurchaseRequestsById"];
        /**
         * Change a request that is not approved yet
         * @description 購買依頼を修正する
         *
         *     Permission `purchasing.request` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        put: operations["putPurchaseRequestsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a request
         * @description 購買依頼を承認する
         *
         *     Permission `purchasing.write` (president, purchasing).
         */
        post: operations["postPurchaseRequestsByIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-requests/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back, or turn it down
         * @description 購買依頼を取り下げる
         *
         *     Permission `purchasing.request` (president, sales, production, purchasing, warehouse, finance, secretariat, admin).
         */
        post: operations["postPurchaseRequestsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchase-requests/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Combine approved requests into one order draft per supplier
         * @description 承認済みの依頼を仕入先別にまとめる
         *
         *     Permission `purchasing.write` (president, purchasing).
         */
        post: operations["postPurchaseRequestsOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Work orders by due day
         * @description 製造指図一覧
         *
         *     Permission `production.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkOrders"];
        put?: never;
        /**
         * Make a work order
         * @description 製造指図を作る
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One work order
         * @description 製造指図
         *
         *     Permission `production.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getWorkOrdersById"];
        /**
         * Change a work order
         * @description 製造指図を変更する
         *
         *     Permission `production.write` (production).
         */
        put: operations["putWorkOrdersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release several work orders
         * @description 製造指図をまとめて着手可能にする
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a work order to the floor
         * @description 製造指図を着手可能にする
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue material to a work order
         * @description 材料を出庫する
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postWorkOrdersByIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/return-issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return issued material to stock
         * @description 出庫した材料を戻す
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postWorkOrdersByIdReturnIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report work from the desk
         * @description 実績を登録する
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/report-through": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report finished pieces through all operations
         * @description 全工程の実績を一度に登録する
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdReportThrough"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put finished pieces into stock
         * @description 完成品を入庫する
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a work order early
         * @description 製造指図を打ち切る
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a work order's books
         * @description 製造指図を締める
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a work order
         * @description 製造指図を取り消す
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/rework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a rework order for finished pieces
         * @description 手直し指図を作る
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdRework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/operations/{operation}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order an outside operation and send its material
         * @description 外注を手配し材料を支給する
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdOperationsByOperationSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take unused material back from the subcontractor
         * @description 支給材の残りを引き取る
         *
         *     Permission `inventory.move` (production, purchasing, warehouse).
         */
        post: operations["postWorkOrdersByIdTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-orders/{id}/lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record material lost at the subcontractor
         * @description 支給材の紛失・仕損を記録する
         *
         *     Permission `production.write` (production).
         */
        post: operations["postWorkOrdersByIdLost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/production/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queue of every work centre by due day
         * @description 作業区別の仕掛・待ち
         *
         *     Permission `production.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getProductionBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/production/unmade-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sold lines without a work order
         * @description 指図のない受注明細
         *
         *     Permission `production.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getProductionUnmadeLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/production/make-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make work orders for sold lines
         * @description 受注明細から製造指図を作る
         *
         *     Permission `production.write` (production).
         */
        post: operations["postProductionMakeLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/production/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items that can be made, for type-ahead
         * @description 作れる品目の候補
         *
         *     Permission `production.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getProductionItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People of the floor
         * @description 作業者一覧
         *
         *     Permission `production.report` (production, floor).
         */
        get: operations["getFloorWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a person in on a shared tablet by PIN
         * @description 作業者がPINで入る
         *
         *     Permission `production.report` (production, floor).
         */
        post: operations["postFloorSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs for the floor, or the scanned one
         * @description 現場の作業一覧
         *
         *     Permission `production.report` (production, floor).
         */
        get: operations["getFloorJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/floor/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report work from the floor
         * @description 現場から実績を報告する
         *
         *     Permission `production.report` (production, floor).
         */
        post: operations["postFloorReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-runs/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The current plan, and the run on its way
         * @description 現在の計画と実行中の計算
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPlanRunsLatest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan requirements anew, in the background
         * @description 所要量計算を実行する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postPlanRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals of the current plan
         * @description 計画オーダー一覧
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPlannedOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-orders/{runId}/{seq}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why is this to be made or bought?
         * @description 計画オーダーの理由
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPlannedOrdersByRunIdBySeqExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-orders/{runId}/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a proposal before it is converted
         * @description 計画オーダーを変更する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        patch: operations["patchPlannedOrdersByRunIdBySeq"];
        trace?: never;
    };
    "/api/v1/planned-orders/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take proposals out until the next run
         * @description 計画オーダーを破棄する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postPlannedOrdersDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-orders/conversion-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What converting would make
         * @description 計画オーダー確定の確認
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        post: operations["postPlannedOrdersConversionPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/planned-orders/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert into work orders and purchase orders
         * @description 計画オーダーを確定する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postPlannedOrdersConvert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person should look at
         * @description 計画の例外一覧
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPlanExceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-items/{itemId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What comes and goes of an item, and the stock after it
         * @description 品目の在庫推移予定
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getPlanItemsByItemIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * forecasts: an empty file to fill in
         * @description 内示：取込用の雛形
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getForecastsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * forecasts: all rows as a file
         * @description 内示：ファイルに出力
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getForecastsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * forecasts: what an import would do
         * @description 内示：取込の確認
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postForecastsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * forecasts: import a file
         * @description 内示：取込
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postForecastsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers announced
         * @description 内示一覧
         *
         *     Permission `planning.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getForecasts"];
        put?: never;
        /**
         * Add a forecast
         * @description 内示を登録する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        post: operations["postForecasts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecasts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a forecast
         * @description 内示を変更する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        put: operations["putForecastsById"];
        post?: never;
        /**
         * Remove a forecast
         * @description 内示を削除する
         *
         *     Permission `planning.plan` (president, production, purchasing).
         */
        delete: operations["deleteForecastsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received lines that wait for inspection
         * @description 受入検査待ち
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getInspectionsWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/receiving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Inspect a received line: readings, and accept, accept specially or reject
         * @description 受入検査を記録し、合格・特採・不合格を決める
         *
         *     Permission `quality.inspect` (production, warehouse).
         */
        post: operations["postInspectionsReceiving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspections
         * @description 検査一覧
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getInspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One inspection
         * @description 検査
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getInspectionsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge pieces a work order finished
         * @description 完成品の検査を記録する
         *
         *     Permission `quality.inspect` (production, warehouse).
         */
        post: operations["postInspectionsByIdJudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspection-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspection plans
         * @description 検査基準一覧
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getInspectionPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspection-plans/{itemId}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One inspection plan
         * @description 検査基準
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getInspectionPlansByItemIdByKind"];
        /**
         * Write an inspection plan
         * @description 検査基準を登録・変更する
         *
         *     Permission `quality.inspect` (production, warehouse).
         */
        put: operations["putInspectionPlansByItemIdByKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspection-plans/{itemId}/{kind}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an inspection plan away
         * @description 検査基準を削除する
         *
         *     Permission `quality.inspect` (production, warehouse).
         */
        post: operations["postInspectionPlansByItemIdByKindRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lots
         * @description ロット一覧
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/genealogy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a lot comes from and where it went
         * @description ロットの系譜（遡及・追跡）
         *
         *     Permission `quality.read` (president, sales, production, purchasing, warehouse, floor, finance, secretariat, admin).
         */
        get: operations["getLotsByIdGenealogy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chart of accounts
         * @description 勘定科目一覧
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getAccounts"];
        put?: never;
        /**
         * Add an account
         * @description 勘定科目を追加する
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an account's names
         * @description 勘定科目を変更する
         *
         *     Permission `accounting.write` (finance).
         */
        put: operations["putAccountsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which account plays which role
         * @description 勘定の割当
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getAccountMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-map/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put another account behind a role
         * @description 勘定の割当を変更する
         *
         *     Permission `accounting.write` (finance).
         */
        put: operations["putAccountMapByRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * accounts: an empty file to fill in
         * @description 勘定科目：取込用の雛形
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getAccountsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * accounts: all rows as a file
         * @description 勘定科目：ファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getAccountsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * accounts: what an import would do
         * @description 勘定科目：取込の確認
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postAccountsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * accounts: import a file
         * @description 勘定科目：取込
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postAccountsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Journal, newest first
         * @description 仕訳帳
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getJournalEntries"];
        put?: never;
        /**
         * Post an entry by hand
         * @description 仕訳を入力する
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postJournalEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry, its lines and the event behind it
         * @description 仕訳の内容
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getJournalEntriesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an entry by hand back
         * @description 仕訳を取り消す（赤伝）
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postJournalEntriesByIdReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * journal: an empty file to fill in
         * @description 仕訳：取込用の雛形
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getJournalEntriesTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * journal: all rows as a file
         * @description 仕訳：ファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getJournalEntriesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * journal: what an import would do
         * @description 仕訳：取込の確認
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postJournalEntriesImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal-entries/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * journal: import a file
         * @description 仕訳：取込
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postJournalEntriesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance of months
         * @description 合計残高試算表
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receivables or payables by partner and age
         * @description 売掛・買掛の残高と年齢
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getOpenItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumption tax by code
         * @description 消費税の集計
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getTaxSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cost-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statement of cost of goods manufactured
         * @description 製造原価報告書
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getCostStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cash-forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cash by weeks from due dates
         * @description 資金繰り予定
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getCashForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounting-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cash, overdue receivables, profit of the month
         * @description 会計の要約
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getAccountingSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/general-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * General ledger of an account
         * @description 総勘定元帳
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getGeneralLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/general-ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * General ledger of an account as a file
         * @description 総勘定元帳をファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getGeneralLedgerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ledger of one customer or supplier
         * @description 得意先元帳・仕入先元帳
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPartnerLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ledger of one customer or supplier as a file
         * @description 得意先元帳・仕入先元帳をファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPartnerLedgerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trial-balance/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance of months as a file
         * @description 合計残高試算表をファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getTrialBalanceExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receivables or payables by partner and age as a file
         * @description 売掛・買掛の残高と年齢をファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getOpenItemsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax-summary/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Consumption tax by code as a file
         * @description 消費税の集計をファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getTaxSummaryExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Months of the books
         * @description 会計期間
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fiscal-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the months of a fiscal year
         * @description 会計年度を作成する
         *
         *     Permission `accounting.close` (finance).
         */
        post: operations["postFiscalYears"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{month}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the way of closing a month
         * @description 月次締めの確認
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPeriodsByMonthFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a month
         * @description 月を締める
         *
         *     Permission `accounting.close` (finance).
         */
        post: operations["postPeriodsByMonthClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{month}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the latest closed month again
         * @description 締めを解除する
         *
         *     Permission `accounting.close` (finance).
         */
        post: operations["postPeriodsByMonthReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices of one side, newest first
         * @description 請求書・支払通知の一覧
         *
         *     Permission `trade.bills` (president, sales, purchasing, finance, secretariat, admin).
         */
        get: operations["getInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice
         * @description 請求書
         *
         *     Permission `trade.bills` (president, sales, purchasing, finance, secretariat, admin).
         */
        get: operations["getInvoicesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether an invoice is right
         * @description 請求書を確認する・差し戻す
         *
         *     Permission `trade.bills` (president, sales, purchasing, finance, secretariat, admin).
         */
        post: operations["postInvoicesByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a closing day would bill
         * @description 締め請求の確認
         *
         *     Permission `trade.bills` (president, sales, purchasing, finance, secretariat, admin).
         */
        get: operations["getInvoiceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-run/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue invoices for what was sold
         * @description 請求書を発行する
         *
         *     Permission `sales.bill` (sales, finance).
         */
        post: operations["postInvoiceRunSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-run/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue statements of what was bought
         * @description 仕入明細書を発行する
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postInvoiceRunPurchases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments of one side, newest first
         * @description 支払・入金の一覧
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment
         * @description 支払・入金の内容
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPaymentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The money a customer sent is there
         * @description 入金を確認する
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postPaymentsByIdReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Match money that waits to invoices
         * @description 未消込の入金を消し込む
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postPaymentsByIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a payment back by its mirror
         * @description 入金・支払を取り消す（赤伝）
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postPaymentsByIdTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record money of a customer outside the platform
         * @description 入金を記録する
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What falls due, by supplier
         * @description 支払予定
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPaymentProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments waiting for approval or sending
         * @description 承認・送金待ちの支払
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getPaymentDrafts"];
        put?: never;
        /**
         * Propose payments of invoices
         * @description 支払を起案する
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postPaymentDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-drafts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a payment
         * @description 支払を承認する
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postPaymentDraftsByIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-drafts/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an approved payment
         * @description 支払を実行する
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postPaymentDraftsByIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a proposed payment away
         * @description 支払の起案を取り消す
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postPaymentDraftsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts by the bank's statement
         * @description 入金明細
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getBankRows"];
        put?: never;
        /**
         * Enter a receipt of the statement
         * @description 入金明細を入力する
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postBankRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a receipt may settle
         * @description 消込の候補
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getBankRowsByIdProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book a receipt and what it settles
         * @description 入金を消し込む
         *
         *     Permission `accounting.pay` (finance).
         */
        post: operations["postBankRowsByIdMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a receipt out of the worklist
         * @description 入金明細を対象外にする
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postBankRowsByIdSetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bank receipts: an empty file to fill in
         * @description 入金明細：取込用の雛形
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getBankRowsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * bank receipts: all rows as a file
         * @description 入金明細：ファイルに出力
         *
         *     Permission `accounting.read` (president, finance, secretariat, admin).
         */
        get: operations["getBankRowsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bank receipts: what an import would do
         * @description 入金明細：取込の確認
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postBankRowsImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * bank receipts: import a file
         * @description 入金明細：取込
         *
         *     Permission `accounting.write` (finance).
         */
        post: operations["postBankRowsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a maker's order at the window; it cascades to all members at once where the rules are automatic
         * @description 窓口でメーカーの注文を登録する（自動ルールなら同時に全社へ振り分ける）
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders that wait to be dispatched
         * @description 振分待ちの受注
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkOrdersWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/{id}/precheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a dispatch would do, and what each step's agreement says of it; asked on record
         * @description 振分の事前確認（各工程の可否。相手先に記録が残る）
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkOrdersByIdPrecheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch an order along its chain
         * @description 受注を振り分ける
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkOrdersByIdDispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/far-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goods that went straight to the maker and wait for its inspection, oldest first
         * @description メーカー検収待ちの直送品
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkFarEnd"];
        put?: never;
        /**
         * The maker inspected goods that went straight from the last step to it
         * @description 直送品のメーカー検収を記録する
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkFarEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * sales-orders: an empty file to fill in
         * @description 受注：取込用の雛形
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkOrdersTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * sales-orders: all rows as a file
         * @description 受注：ファイルに出力
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkOrdersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * sales-orders: what an import would do
         * @description 受注：取込の確認
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkOrdersImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/orders/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * sales-orders: import a file
         * @description 受注：取込
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkOrdersImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Value chains, newest first
         * @description バリューチェーン一覧
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One chain: who does what by when, as the acting company may see it
         * @description チェーンの詳細
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkChainsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chains/{id}/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a change of the maker's order means for each step
         * @description 変更の影響を確認する
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkChainsByIdChangesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chains/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a change along the chain
         * @description チェーンの変更を提案する
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkChainsByIdChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chain-changes/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a change all companies agreed to
         * @description 全社が同意した変更を実行する
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkChainChangesByIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chain-changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a proposed change back
         * @description 変更の提案を取り下げる
         *
         *     Permission `network.dispatch` (president, sales, secretariat).
         */
        post: operations["postNetworkChainChangesByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chain-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes the window asks us about
         * @description 窓口からの変更の依頼
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkChainChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/chain-changes/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a change, with its cost, or decline it
         * @description 変更に同意する（費用つき）／断る
         *
         *     Permission `sales.confirm` (president, sales, secretariat).
         */
        post: operations["postNetworkChainChangesByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * dispatch-rules: an empty file to fill in
         * @description 振分ルール：取込用の雛形
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkRulesTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * dispatch-rules: all rows as a file
         * @description 振分ルール：ファイルに出力
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkRulesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * dispatch-rules: what an import would do
         * @description 振分ルール：取込の確認
         *
         *     Permission `network.manage` (president, secretariat).
         */
        post: operations["postNetworkRulesImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * dispatch-rules: import a file
         * @description 振分ルール：取込
         *
         *     Permission `network.manage` (president, secretariat).
         */
        post: operations["postNetworkRulesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dispatch rules in the order they are tried
         * @description 振分ルール一覧
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkRules"];
        put?: never;
        /**
         * Create a dispatch rule
         * @description 振分ルールを作る
         *
         *     Permission `network.manage` (president, secretariat).
         */
        post: operations["postNetworkRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dispatch rule
         * @description 振分ルールの詳細
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkRulesById"];
        /**
         * Change a dispatch rule
         * @description 振分ルールを変える
         *
         *     Permission `network.manage` (president, secretariat).
         */
        put: operations["putNetworkRulesById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Our groups with their members
         * @description 所属する団体
         *
         *     Permission `network.read` (president, sales, production, purchasing, finance, secretariat, admin).
         */
        get: operations["getNetworkGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/groups/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign that the window may place, change and cancel trades between members within their own agreements
         * @description 窓口による振分に同意する
         *
         *     Permission `agreements.write` (president, sales, purchasing, secretariat).
         */
        post: operations["postNetworkGroupsByIdSign"];
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
        AccountInput: {
            /** Format: uuid */
            id: string;
            /** @description a code people type, unique within its company */
            code: string;
            nameJa: string;
            nameEn: string;
            kana: string;
            /** @enum {string} */
            type: "asset" | "liability" | "equity" | "revenue" | "expense";
            /** @enum {string} */
            normalSide: "debit" | "credit";
            /** @enum {string} */
            section: "current_assets" | "inventories" | "fixed_assets" | "current_liabilities" | "fixed_liabilities" | "net_assets" | "sales" | "cost_of_sales" | "manufacturing_material" | "manufacturing_labour" | "manufacturing_overhead" | "selling_and_administration" | "non_operating_income" | "non_operating_expense" | "extraordinary" | "income_taxes";
            etaxCode: string;
            /** @description what posting rules use it for */
            roles: string[];
            isActive: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        JournalEntryInput: {
            /** Format: uuid */
            id: string;
            number: string;
            kind: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            eventOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            postingOn: string;
            description: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            sourceKind: string;
            sourceId: string | null;
            tradeId: string | null;
            partnerId: string | null;
            partnerName: string | null;
            reference: string;
            enteredBy: string;
            enteredAt: string;
            canReverse: boolean;
            reversedBy: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            reverses: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            /** @description the record it comes from */
            sourceTo: {
                label: string;
                to: string;
            } | null;
            lines: {
                lineNumber: number;
                /** @description a code people type, unique within its company */
                accountCode: string;
                accountNameJa: string;
                accountNameEn: string;
                debitYen: string | null;
                creditYen: string | null;
                taxCode: string | null;
                deductiblePercent: number | null;
                partnerName: string | null;
                flow: string | null;
                note: string;
                workOrderId: string | null;
            }[];
        };
        InvoiceInput: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what customers owe, B: what I owe suppliers
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            issuedOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            dueOn: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            netYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            taxYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            openYen: string;
            /** @enum {string} */
            state: "issued" | "acknowledged" | "disputed" | "settled";
            isOwnIssue: boolean;
            isOverdue: boolean;
            /** @enum {string} */
            issuedBy: "seller" | "buyer";
            registrationNumber: string | null;
            periodFrom: string | null;
            periodTo: string | null;
            note: string;
            /** @description the partner reads the same invoice */
            isShared: boolean;
            /** @description the invoice a credit note lessens */
            credits: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
            } | null;
            creditedBy: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                totalYen: string;
            }[];
            seller: {
                name: string;
                postalCode: string;
                address: string;
                phone: string;
            };
            buyer: {
                name: string;
                postalCode: string;
                address: string;
                phone: string;
            };
            lines: {
                lineNumber: number;
                tradeId: string | null;
                tradeNumber: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                suppliedOn: string;
                code: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
            }[];
            taxes: {
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                ratePercent: number;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                netYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                taxYen: string;
            }[];
            answers: {
                kind: string;
                reason: string;
                answeredAt: string;
                isMine: boolean;
            }[];
            payments: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                sentOn: string;
                receivedOn: string | null;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                allowanceYen: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
            /** @description what a qualified invoice must say and this one does not */
            findings: {
                /** @enum {string} */
                severity: "error" | "warning";
                code: string;
                values: {
                    [key: string]: string | number;
                };
            }[];
            canAnswer: boolean;
        };
        PaymentInput: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what customers owe, B: what I owe suppliers
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            partnerId: string | null;
            partnerName: string;
            /** @enum {string} */
            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
            /**
             * Format: date
             * @example 2026-11-23
             */
            sentOn: string;
            receivedOn: string | null;
            /**
             * @description whole yen as text
             * @example 1200
             */
            amountYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            feeYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            unappliedYen: string;
            /**
             * @description reversed: taken back, or the mirror that takes another back
             * @enum {string}
             */
            state: "sent" | "received" | "matched" | "reversed";
            reference: string;
            isShared: boolean;
            allocations: {
                /** Format: uuid */
                invoiceId: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                dueOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                allowanceYen: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
            fundRole: ("bank" | "checkingDeposit" | "cash") | null;
            reverses: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            reversedBy: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            canReceive: boolean;
            canApply: boolean;
            canTakeBack: boolean;
        };
        TradeDocumentInput: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what I sell, B: what I buy
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            ownNumber: string;
            outsideNumber: string;
            /** @enum {string} */
            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
            /** @description the other side has no account: this side says both words */
            isOutside: boolean;
            partnerId: string | null;
            partnerName: string;
            agreementId: string | null;
            agreementName: string | null;
            bookedAt: string;
            isOneStep: boolean;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            validUntil: string | null;
            title: string;
            deliverTo: string;
            /** @enum {string} */
            form: "goods" | "processing";
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            taxYen: string;
            isDone: boolean;
            isHistory: boolean;
            note: string;
            chainId: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                itemId: string | null;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                isProvisional: boolean;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                taxCategory: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                validUntil: string | null;
                /** @enum {string} */
                state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                answer: string;
                revision: number;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                shipped: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                received: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                accepted: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                rejected: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                returned: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                invoiced: string;
                purpose: string;
                note: string;
                isOpen: boolean;
                /** @description what this side may do next */
                moves: ("enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn")[];
            }[];
            changes: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @enum {string} */
                state: "proposed" | "agreed" | "declined" | "countered" | "expired" | "withdrawn";
                isMine: boolean;
                isOfChain: boolean;
                reason: string;
                answer: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                costYen: string;
                proposedAt: string;
                answeredAt: string | null;
                expiresOn: string | null;
                lines: {
                    lineNumber: number;
                    isCancel: boolean;
                    newQuantity: string | null;
                    newUnitPrice: string | null;
                    newAmountYen: string | null;
                    newWantedOn: string | null;
                    newPromisedOn: string | null;
                }[];
            }[];
            revisions: {
                lineNumber: number;
                revision: number;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                replacedAt: string;
            }[];
            deliveries: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                shippedOn: string;
                /** @enum {string} */
                state: "shipped" | "received" | "judged";
            }[];
            invoices: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                totalYen: string;
                state: string;
            }[];
            stockMoves: {
                /** Format: uuid */
                moveId: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                movedOn: string;
                itemCode: string;
                placeName: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
                kind: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                debitYen: string;
            }[];
            history: {
                at: string;
                who: string;
                command: string;
            }[];
            pages: {
                /** Format: uuid */
                id: string;
                createdAt: string;
                expiresAt: string;
                openedAt: string | null;
                answeredAt: string | null;
                answer: string | null;
                withdrawn: boolean;
            }[];
        };
        DeliveryDocumentInput: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what I sell, B: what I buy
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            ownNumber: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            shippedOn: string;
            expectedOn: string | null;
            receivedOn: string | null;
            judgedOn: string | null;
            /** @enum {string} */
            state: "shipped" | "received" | "judged";
            carrier: string;
            note: string;
            isOutside: boolean;
            company: {
                name: string;
                address: string;
                phone: string;
                registrationNumber: string | null;
            };
            partnerAddress: string;
            lines: {
                lineNumber: number;
                /** Format: uuid */
                tradeId: string;
                tradeLineNumber: number;
                tradeNumber: string;
                outsideNumber: string;
                itemId: string | null;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                lotCode: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                received: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                accepted: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                specially: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                rejected: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                returned: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                toJudge: string;
            }[];
            events: {
                /** Format: uuid */
                id: string;
                lineNumber: number;
                /** @enum {string} */
                kind: "received" | "accepted" | "specially_accepted" | "rejected" | "returned";
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unitPrice: string | null;
                amountYen: string | null;
                taxYen: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                happenedOn: string;
                reason: string;
                recordedAt: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
                kind: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                debitYen: string;
            }[];
        };
        AgreementInput: {
            /** Format: uuid */
            id: string;
            name: string;
            versionNumber: number;
            /** @enum {string} */
            state: "proposed" | "active" | "declined" | "ended";
            /** @enum {string} */
            mySide: "seller" | "buyer";
            isMyProposal: boolean;
            isOutside: boolean;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            validFrom: string;
            endedOn: string | null;
            /** @enum {string} */
            bookedAt: "shipment" | "receipt" | "acceptance";
            itemCount: number;
            /** @description items the acting company has not mapped to its own yet */
            unmappedCount: number;
            terms: {
                payment: {
                    /** @description day of the month; 31 is its last day (末) */
                    closingDay: number;
                    paymentMonthOffset: number;
                    /** @description day of the month; 31 is its last day (末) */
                    paymentDay: number;
                    /** @enum {string} */
                    holidayShift: "previous" | "next" | "none";
                    holidayShiftAgreedInWriting: boolean;
                    /** @enum {string} */
                    closingCountsBy: "receipt" | "acceptance";
                };
                paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                deliveryTerms: string;
                /** @enum {string} */
                bookedAt: "shipment" | "receipt" | "acceptance";
                defaultAcceptanceDays: number | null;
                isOneStep: boolean;
                tolerance: {
                    overPercent: string;
                    underPercent: string;
                };
                /** @enum {string} */
                inspection: "none" | "sampling" | "full";
                /** @enum {string} */
                invoiceIssuer: "seller" | "buyer";
                acknowledgedAfterDays: number | null;
                /** @enum {string} */
                invoicing: "by_closing" | "single";
                /** @enum {string} */
                taxRounding: "down" | "half_up" | "up";
                /** @enum {string} */
                amountRounding: "down" | "half_up" | "up";
                /** @enum {string} */
                suppliedMaterial: "none" | "free";
                /** @enum {string} */
                lossBorneBy: "buyer" | "seller";
                standing: {
                    maxQuantity: string | null;
                    minLeadTimeDays: number;
                    allowsProvisionalPrice: boolean;
                } | null;
                milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
            };
            items: {
                code: string;
                buyerCode: string;
                sellerCode: string;
                nameJa: string;
                nameEn: string;
                /** @description a code people type, unique within its company */
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                buyerFactor: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                sellerFactor: string;
                leadTimeDays: number;
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                /** @enum {string} */
                form: "goods" | "processing";
                prices: {
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    validFrom: string;
                    validTo: string | null;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    fromQuantity: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    unitPrice: string;
                    isProvisional: boolean;
                }[];
                standingQuantity: string | null;
                minimumQuantity: string | null;
                lineNumber: number;
                ownItemId: string | null;
                ownItemCode: string | null;
                suggestedItemId: string | null;
                suggestedItemCode: string | null;
            }[];
            findings: {
                /** @enum {string} */
                severity: "error" | "warning";
                code: string;
                values?: {
                    [key: string]: string | number;
                };
                field?: string;
            }[];
            moves: ("accept" | "decline" | "end")[];
            previousId: string | null;
            versions: {
                /** Format: uuid */
                id: string;
                versionNumber: number;
                /** @enum {string} */
                state: "proposed" | "active" | "declined" | "ended";
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                validFrom: string;
                endedOn: string | null;
            }[];
        };
        PartnerPageInput: {
            company: string;
            companyAddress: string;
            registrationNumber: string | null;
            number: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            /** @enum {string} */
            side: "S" | "B";
            partner: {
                name: string;
                address: string;
            } | null;
            deliverTo: string;
            answer: {
                words: string;
                accepts: boolean;
                promisedOn: string | null;
                name: string;
            } | null;
            answeredAt: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                taxCategory: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                state: string;
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
        StocktakeInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            countedOn: string;
            placeId: string | null;
            placeName: string | null;
            /** @enum {string} */
            state: "open" | "posted" | "cancelled";
            note: string;
            lineCount: number;
            countedCount: number;
            differenceCount: number;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        StocktakeDocumentInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            countedOn: string;
            placeId: string | null;
            placeName: string | null;
            /** @enum {string} */
            state: "open" | "posted" | "cancelled";
            note: string;
            lineCount: number;
            countedCount: number;
            differenceCount: number;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
            uncausedCount: number;
            foundYen: string | null;
            missingYen: string | null;
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
        };
        StocktakeLineInput: {
            lineNumber: number;
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            /** Format: uuid */
            placeId: string;
            placeCode: string;
            placeName: string;
            keeperName: string | null;
            lotCode: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            theoretical: string;
            counted: string | null;
            difference: string | null;
            cause: ("unrecorded_issue" | "unrecorded_receipt" | "wrong_place" | "unit_mistake" | "damage" | "loss" | "unknown") | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        DispatchStepInput: {
            stepNumber: number;
            feedsStepNumber: number | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantityPer: string;
            /** @description a code people type, unique within its company */
            processCode: string;
            processName: string;
            code: string;
            unitDecimals: number;
            /**
             * @description good pieces out per piece in, above 0 and at most 1
             * @example 0.98
             */
            yield: string;
            leadTimeDays: number;
            weight: number;
            members: {
                /** Format: uuid */
                memberId: string;
                /**
                 * @description per cent, exact decimal as text
                 * @example 33.333333
                 */
                sharePercent: string;
            }[];
        };
        DispatchRuleInput: {
            name: string;
            /** Format: uuid */
            groupId: string;
            itemId: string | null;
            itemGroupCode: string;
            priority: number;
            /** @enum {string} */
            form: "relay" | "processing";
            /** @enum {string} */
            earning: "agreed_price" | "weights";
            /** @enum {string} */
            choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
            /**
             * @description per cent, exact decimal as text
             * @example 33.333333
             */
            feePercent: string;
            isAutomatic: boolean;
            isActive: boolean;
            steps: components["schemas"]["DispatchStepInput"][];
            /** Format: uuid */
            id: string;
            itemCode: string;
            itemName: string;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        DispatchRuleRowInput: {
            /** Format: uuid */
            id: string;
            name: string;
            itemCode: string;
            itemName: string;
            itemGroupCode: string;
            priority: number;
            /** @enum {string} */
            form: "relay" | "processing";
            /** @enum {string} */
            earning: "agreed_price" | "weights";
            /** @enum {string} */
            choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
            feePercent: string;
            isAutomatic: boolean;
            isActive: boolean;
            stepCount: number;
            memberCount: number;
        };
        CompanyGroupInput: {
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: string;
            purpose: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            foundedOn: string;
            /** Format: uuid */
            windowCompanyId: string;
            windowName: string;
            /** @description the acting company is the group's window */
            isWindow: boolean;
            isMember: boolean;
            /** @description when the acting company signed dispatch */
            dispatchSignedOn: string | null;
            members: {
                /** Format: uuid */
                companyId: string;
                name: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                joinedOn: string;
                dispatchSignedOn: string | null;
                processCodes: string[];
                isSelf: boolean;
            }[];
        };
        DispatchedInput: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            /** @description null: it waits for a person at the window */
            chainId: string | null;
            chainNumber: string | null;
            tradeCount: number;
            stepCount: number;
            /** @description steps that wait for their member's confirmation */
            waitingCount: number;
            promisedOn: string | null;
            /** @description why it was not dispatched at once */
            reasons: {
                /** @description as in refusals: its text stands in the message files */
                code: string;
                values: {
                    [key: string]: string | number;
                };
                lineNumber: number;
            }[];
        };
        DispatchPreviewInput: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            /**
             * @description the worst step's answer
             * @enum {string}
             */
            state: "ready" | "person" | "impossible";
            tradeCount: number;
            lines: {
                lineNumber: number;
                itemCode: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                rule: string | null;
                ruleId: string | null;
                form: ("relay" | "processing") | null;
                feeYen: string | null;
                promisedOn: string | null;
                isLate: boolean;
                problems: {
                    /** @description as in refusals: its text stands in the message files */
                    code: string;
                    values: {
                        [key: string]: string | number;
                    };
                }[];
                steps: {
                    stepNumber: number;
                    part: number;
                    feedsStepNumber: number | null;
                    processCode: string;
                    processName: string;
                    /** Format: uuid */
                    sellerId: string;
                    sellerName: string;
                    /** Format: uuid */
                    buyerId: string;
                    buyerName: string;
                    code: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    startQuantity: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    yield: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    startsOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    wantedOn: string;
                    /** @enum {string} */
                    kind: "trade" | "own_work" | "inside";
                    /** @description only where the group signed shares by weight */
                    amountYen: string | null;
                    earningYen: string | null;
                    /** @enum {string} */
                    answer: "ready" | "person" | "impossible" | "own";
                    reason: {
                        /** @description as in refusals: its text stands in the message files */
                        code: string;
                        values: {
                            [key: string]: string | number;
                        };
                    } | null;
                }[];
            }[];
            /** @description who will see their own steps: item, quantity, date */
            recipients: {
                /** Format: uuid */
                companyId: string;
                name: string;
                stepCount: number;
            }[];
        };
        ChainRowInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            role: "window" | "member";
            /** Format: uuid */
            tradeId: string;
            partnerName: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            wantedOn: string | null;
            promisedOn: string | null;
            isLate: boolean;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled";
            lineCount: number;
            stepCount: number;
            doneCount: number;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
        };
        WaitingOrderInput: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            partnerName: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            wantedOn: string | null;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            lineCount: number;
        };
        ChainInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            role: "window" | "member";
            form: ("relay" | "processing") | null;
            tradeId: string | null;
            partnerName: string;
            outsideNumber: string;
            orderedOn: string | null;
            totalYen: string | null;
            /** @description the window's own: what it sells less what it buys, as ordered and as accepted so far */
            fee: {
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                salesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                purchasesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                feeYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedSalesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedPurchasesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedFeeYen: string;
            } | null;
            promisedOn: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                quantity: string | null;
                unit: string;
                wantedOn: string | null;
                promisedOn: string | null;
                state: string;
                amountYen: string | null;
                shipped: string | null;
                accepted: string | null;
            }[];
            steps: {
                chainLineNumber: number;
                stepNumber: number;
                part: number;
                feedsStepNumber: number | null;
                /** @enum {string} */
                relation: "step" | "own" | "neighbour" | "others";
                processName: string;
                companyId: string | null;
                companyName: string;
                buyerId: string | null;
                buyerName: string;
                code: string;
                quantity: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                state: string;
                shipped: string | null;
                accepted: string | null;
                shareDone: string | null;
                tradeId: string | null;
                isLate: boolean;
            }[];
            changes: {
                /** Format: uuid */
                id: string;
                number: string;
                reason: string;
                /** @enum {string} */
                state: "proposed" | "agreed" | "applied" | "declined" | "expired" | "withdrawn";
                proposedAt: string;
                expiresOn: string | null;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                costYen: string;
                consents: {
                    /** Format: uuid */
                    memberId: string;
                    memberName: string;
                    /** @enum {string} */
                    state: "asked" | "agreed" | "declined";
                    byRule: boolean;
                    /**
                     * @description whole yen as text
                     * @example 1200
                     */
                    costYen: string;
                    words: string;
                }[];
            }[];
        };
        ChainChangeInboxInput: {
            /** Format: uuid */
            id: string;
            chainId: string | null;
            number: string;
            windowName: string;
            reason: string;
            /** @enum {string} */
            state: "asked" | "agreed" | "declined";
            requestState: string;
            byRule: boolean;
            /**
             * @description whole yen as text
             * @example 1200
             */
            costYen: string;
            words: string;
            askedAt: string;
            expiresOn: string | null;
            lines: {
                /** Format: uuid */
                tradeId: string;
                lineNumber: number;
                /** @enum {string} */
                side: "S" | "B";
                partnerName: string;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                newQuantity: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                newWantedOn: string | null;
                isCancel: boolean;
            }[];
        };
        FarEndRowInput: {
            /** Format: uuid */
            deliveryId: string;
            number: string;
            /** @description the member of the last step */
            sellerName: string;
            makerName: string;
            deliverTo: string;
            /** Format: uuid */
            chainId: string;
            chainNumber: string;
            orderNumber: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            shippedOn: string;
            expectedOn: string | null;
            lines: {
                lineNumber: number;
                originLineNumber: number;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                /**
                 * @description shipped and not yet accepted or rejected, in the unit of the delivery
                 * @example 12.5
                 */
                open: string;
            }[];
        };
        PlanRunInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            planFrom: string;
            horizonDays: number;
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /** @enum {string} */
            stage: "waiting" | "loading" | "planning" | "saving" | "finished";
            isCurrent: boolean;
            summary: {
                orderCount?: number;
                pastDueCount?: number;
                exceptionCount?: number;
                pegCount?: number;
                elapsedMs?: number;
            };
            /** @description why the run failed */
            refusals: {
                code: string;
                values?: {
                    [key: string]: string | number;
                };
                field?: string;
            }[];
        };
        PlannedOrderInput: {
            /** Format: uuid */
            runId: string;
            seq: number;
            /** Format: uuid */
            itemId: string;
            /** @description a code people type, unique within its company */
            itemCode: string;
            itemName: string;
            /** @enum {string} */
            supply: "make" | "buy" | "subcontract";
            partnerId: string | null;
            partnerName: string | null;
            /**
             * @description what is started or ordered
             * @example 12.5
             */
            quantity: string;
            /**
             * @description what of it is expected to be good
             * @example 12.5
             */
            expectedQuantity: string;
            /** @description a code people type, unique within its company */
            unit: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            startOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            dueOn: string;
            /**
             * Format: date
             * @description before the plan's first day when past due
             * @example 2026-11-23
             */
            wantedStartOn: string;
            isPastDue: boolean;
            /** @description the value chain it is bound to */
            orderKey: string | null;
            /** @enum {string} */
            state: "proposed" | "edited" | "converted" | "discarded";
            convertedKind: ("work_order" | "trade") | null;
            convertedId: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        PegStepInput: {
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            neededOn: string;
            reason: {
                /** @constant */
                kind: "safety";
            } | {
                /** @enum {string} */
                kind: "purchase" | "work_order" | "step" | "sales" | "forecast";
                /** Format: uuid */
                id: string;
                line: number | null;
                number: string;
                partnerName: string | null;
                /** @description of a trade: whose order it is to open */
                side: ("S" | "B") | null;
            } | {
                /** @constant */
                kind: "planned";
                order: components["schemas"]["PlannedOrderInput"];
                because: components["schemas"]["PegStepInput"][];
            };
        };
        ForecastInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            itemId: string;
            /** @description a code people type, unique within its company */
            itemCode: string;
            itemName: string;
            /** @description a code people type, unique within its company */
            unit: string;
            partnerId: string | null;
            partnerCode: string | null;
            partnerName: string | null;
            /**
             * Format: date
             * @example 2026-11-23
             */
            periodFrom: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            periodTo: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            isFirm: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        CharacteristicInput: {
            name: string;
            /**
             * @default measured
             * @enum {string}
             */
            kind: "measured" | "attribute";
            /** @default  */
            unit: string;
            /** @default null */
            lower: string | null;
            /** @default null */
            upper: string | null;
            /** @default  */
            method: string;
        };
        InspectionPlanInput: {
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            sampling: "all" | "sample" | "skip";
            /** @default null */
            sampleSize: number | null;
            characteristics: components["schemas"]["CharacteristicInput"][];
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        WaitingInspectionInput: {
            /** Format: uuid */
            deliveryId: string;
            lineNumber: number;
            ownNumber: string;
            number: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            receivedOn: string;
            /** Format: uuid */
            tradeId: string;
            tradeNumber: string;
            itemId: string | null;
            code: string;
            description: string;
            unit: string;
            /**
             * @description yen per unit, exact decimal as text
             * @example 148.25
             */
            unitPrice: string;
            lotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            toJudge: string;
            hasPlan: boolean;
            needsInspection: boolean;
        };
        InspectionInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            state: "open" | "passed" | "failed" | "partly" | "special";
            itemId: string | null;
            code: string;
            name: string;
            unit: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            accepted: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            special: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            rejected: string;
            inspectedOn: string | null;
            inspectedBy: string | null;
            partnerName: string | null;
            deliveryId: string | null;
            deliveryNumber: string | null;
            workOrderId: string | null;
            workOrderNumber: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        InspectionDocumentInput: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            state: "open" | "passed" | "failed" | "partly" | "special";
            itemId: string | null;
            code: string;
            name: string;
            unit: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            accepted: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            special: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            rejected: string;
            inspectedOn: string | null;
            inspectedBy: string | null;
            partnerName: string | null;
            deliveryId: string | null;
            deliveryNumber: string | null;
            workOrderId: string | null;
            workOrderNumber: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
            lineNumber: number | null;
            lotCode: string;
            reason: string;
            readings: {
                characteristic: string;
                value: string | null;
                isGood: boolean | null;
                unit: string;
                lower: string | null;
                upper: string | null;
                isWithin: boolean;
            }[];
            plan: {
                /** @enum {string} */
                sampling: "all" | "sample" | "skip";
                /** @default null */
                sampleSize: number | null;
                characteristics: components["schemas"]["CharacteristicInput"][];
            } | null;
        };
        LotInput: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            itemId: string;
            itemCode: string;
            itemName: string;
            unit: string;
            madeOn: string | null;
            expiresOn: string | null;
            supplierLotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
        };
        LotTreeRowInput: {
            /** Format: uuid */
            lotId: string;
            /** Format: uuid */
            parentLotId: string;
            depth: number;
            code: string;
            itemCode: string;
            itemName: string;
            unit: string;
            /**
             * @description of the used lot
             * @example 12.5
             */
            quantity: string;
            quantityUnit: string;
            workOrders: {
                /** Format: uuid */
                id: string;
                number: string;
            }[];
            isRepeated: boolean;
        };
        LotPassageInput: {
            /** Format: uuid */
            lotId: string;
            lotCode: string;
            itemCode: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            movedOn: string;
            kind: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            unit: string;
            partnerName: string;
            /** Format: uuid */
            tradeId: string;
            /** @enum {string} */
            side: "S" | "B";
            tradeNumber: string;
        };
        LotGenealogyInput: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            itemId: string;
            itemCode: string;
            itemName: string;
            unit: string;
            madeOn: string | null;
            expiresOn: string | null;
            supplierLotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
            backward: components["schemas"]["LotTreeRowInput"][];
            forward: components["schemas"]["LotTreeRowInput"][];
            cameIn: components["schemas"]["LotPassageInput"][];
            wentOut: components["schemas"]["LotPassageInput"][];
            /** @description there is more than is shown */
            isCut: boolean;
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
        Account: {
            /** Format: uuid */
            id: string;
            /** @description a code people type, unique within its company */
            code: string;
            nameJa: string;
            nameEn: string;
            kana: string;
            /** @enum {string} */
            type: "asset" | "liability" | "equity" | "revenue" | "expense";
            /** @enum {string} */
            normalSide: "debit" | "credit";
            /** @enum {string} */
            section: "current_assets" | "inventories" | "fixed_assets" | "current_liabilities" | "fixed_liabilities" | "net_assets" | "sales" | "cost_of_sales" | "manufacturing_material" | "manufacturing_labour" | "manufacturing_overhead" | "selling_and_administration" | "non_operating_income" | "non_operating_expense" | "extraordinary" | "income_taxes";
            etaxCode: string;
            /** @description what posting rules use it for */
            roles: string[];
            isActive: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        JournalEntry: {
            /** Format: uuid */
            id: string;
            number: string;
            kind: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            eventOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            postingOn: string;
            description: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            sourceKind: string;
            sourceId: string | null;
            tradeId: string | null;
            partnerId: string | null;
            partnerName: string | null;
            reference: string;
            enteredBy: string;
            enteredAt: string;
            canReverse: boolean;
            reversedBy: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            reverses: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            /** @description the record it comes from */
            sourceTo: {
                label: string;
                to: string;
            } | null;
            lines: {
                lineNumber: number;
                /** @description a code people type, unique within its company */
                accountCode: string;
                accountNameJa: string;
                accountNameEn: string;
                debitYen: string | null;
                creditYen: string | null;
                taxCode: string | null;
                deductiblePercent: number | null;
                partnerName: string | null;
                flow: string | null;
                note: string;
                workOrderId: string | null;
            }[];
        };
        Invoice: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what customers owe, B: what I owe suppliers
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            issuedOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            dueOn: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            netYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            taxYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            openYen: string;
            /** @enum {string} */
            state: "issued" | "acknowledged" | "disputed" | "settled";
            isOwnIssue: boolean;
            isOverdue: boolean;
            /** @enum {string} */
            issuedBy: "seller" | "buyer";
            registrationNumber: string | null;
            periodFrom: string | null;
            periodTo: string | null;
            note: string;
            /** @description the partner reads the same invoice */
            isShared: boolean;
            /** @description the invoice a credit note lessens */
            credits: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
            } | null;
            creditedBy: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                totalYen: string;
            }[];
            seller: {
                name: string;
                postalCode: string;
                address: string;
                phone: string;
            };
            buyer: {
                name: string;
                postalCode: string;
                address: string;
                phone: string;
            };
            lines: {
                lineNumber: number;
                tradeId: string | null;
                tradeNumber: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                suppliedOn: string;
                code: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
            }[];
            taxes: {
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                ratePercent: number;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                netYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                taxYen: string;
            }[];
            answers: {
                kind: string;
                reason: string;
                answeredAt: string;
                isMine: boolean;
            }[];
            payments: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                sentOn: string;
                receivedOn: string | null;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                allowanceYen: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
            /** @description what a qualified invoice must say and this one does not */
            findings: {
                /** @enum {string} */
                severity: "error" | "warning";
                code: string;
                values: {
                    [key: string]: string | number;
                };
            }[];
            canAnswer: boolean;
        };
        Payment: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what customers owe, B: what I owe suppliers
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            partnerId: string | null;
            partnerName: string;
            /** @enum {string} */
            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
            /**
             * Format: date
             * @example 2026-11-23
             */
            sentOn: string;
            receivedOn: string | null;
            /**
             * @description whole yen as text
             * @example 1200
             */
            amountYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            feeYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            unappliedYen: string;
            /**
             * @description reversed: taken back, or the mirror that takes another back
             * @enum {string}
             */
            state: "sent" | "received" | "matched" | "reversed";
            reference: string;
            isShared: boolean;
            allocations: {
                /** Format: uuid */
                invoiceId: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                dueOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                allowanceYen: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
            fundRole: ("bank" | "checkingDeposit" | "cash") | null;
            reverses: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            reversedBy: {
                /** Format: uuid */
                id: string;
                number: string;
            } | null;
            canReceive: boolean;
            canApply: boolean;
            canTakeBack: boolean;
        };
        TradeDocument: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what I sell, B: what I buy
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            ownNumber: string;
            outsideNumber: string;
            /** @enum {string} */
            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
            /** @description the other side has no account: this side says both words */
            isOutside: boolean;
            partnerId: string | null;
            partnerName: string;
            agreementId: string | null;
            agreementName: string | null;
            bookedAt: string;
            isOneStep: boolean;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            validUntil: string | null;
            title: string;
            deliverTo: string;
            /** @enum {string} */
            form: "goods" | "processing";
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            /**
             * @description whole yen as text
             * @example 1200
             */
            taxYen: string;
            isDone: boolean;
            isHistory: boolean;
            note: string;
            chainId: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                itemId: string | null;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                isProvisional: boolean;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                taxCategory: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                validUntil: string | null;
                /** @enum {string} */
                state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                answer: string;
                revision: number;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                shipped: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                received: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                accepted: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                rejected: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                returned: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                invoiced: string;
                purpose: string;
                note: string;
                isOpen: boolean;
                /** @description what this side may do next */
                moves: ("enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn")[];
            }[];
            changes: {
                /** Format: uuid */
                id: string;
                number: string;
                /** @enum {string} */
                state: "proposed" | "agreed" | "declined" | "countered" | "expired" | "withdrawn";
                isMine: boolean;
                isOfChain: boolean;
                reason: string;
                answer: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                costYen: string;
                proposedAt: string;
                answeredAt: string | null;
                expiresOn: string | null;
                lines: {
                    lineNumber: number;
                    isCancel: boolean;
                    newQuantity: string | null;
                    newUnitPrice: string | null;
                    newAmountYen: string | null;
                    newWantedOn: string | null;
                    newPromisedOn: string | null;
                }[];
            }[];
            revisions: {
                lineNumber: number;
                revision: number;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                replacedAt: string;
            }[];
            deliveries: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                shippedOn: string;
                /** @enum {string} */
                state: "shipped" | "received" | "judged";
            }[];
            invoices: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                issuedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                totalYen: string;
                state: string;
            }[];
            stockMoves: {
                /** Format: uuid */
                moveId: string;
                kind: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                movedOn: string;
                itemCode: string;
                placeName: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
                kind: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                debitYen: string;
            }[];
            history: {
                at: string;
                who: string;
                command: string;
            }[];
            pages: {
                /** Format: uuid */
                id: string;
                createdAt: string;
                expiresAt: string;
                openedAt: string | null;
                answeredAt: string | null;
                answer: string | null;
                withdrawn: boolean;
            }[];
        };
        DeliveryDocument: {
            /** Format: uuid */
            id: string;
            /**
             * @description S: what I sell, B: what I buy
             * @enum {string}
             */
            side: "S" | "B";
            number: string;
            ownNumber: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            shippedOn: string;
            expectedOn: string | null;
            receivedOn: string | null;
            judgedOn: string | null;
            /** @enum {string} */
            state: "shipped" | "received" | "judged";
            carrier: string;
            note: string;
            isOutside: boolean;
            company: {
                name: string;
                address: string;
                phone: string;
                registrationNumber: string | null;
            };
            partnerAddress: string;
            lines: {
                lineNumber: number;
                /** Format: uuid */
                tradeId: string;
                tradeLineNumber: number;
                tradeNumber: string;
                outsideNumber: string;
                itemId: string | null;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                lotCode: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                received: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                accepted: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                specially: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                rejected: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                returned: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                toJudge: string;
            }[];
            events: {
                /** Format: uuid */
                id: string;
                lineNumber: number;
                /** @enum {string} */
                kind: "received" | "accepted" | "specially_accepted" | "rejected" | "returned";
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unitPrice: string | null;
                amountYen: string | null;
                taxYen: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                happenedOn: string;
                reason: string;
                recordedAt: string;
            }[];
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
                kind: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                debitYen: string;
            }[];
        };
        Agreement: {
            /** Format: uuid */
            id: string;
            name: string;
            versionNumber: number;
            /** @enum {string} */
            state: "proposed" | "active" | "declined" | "ended";
            /** @enum {string} */
            mySide: "seller" | "buyer";
            isMyProposal: boolean;
            isOutside: boolean;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            validFrom: string;
            endedOn: string | null;
            /** @enum {string} */
            bookedAt: "shipment" | "receipt" | "acceptance";
            itemCount: number;
            /** @description items the acting company has not mapped to its own yet */
            unmappedCount: number;
            terms: {
                payment: {
                    /** @description day of the month; 31 is its last day (末) */
                    closingDay: number;
                    paymentMonthOffset: number;
                    /** @description day of the month; 31 is its last day (末) */
                    paymentDay: number;
                    /** @enum {string} */
                    holidayShift: "previous" | "next" | "none";
                    holidayShiftAgreedInWriting: boolean;
                    /** @enum {string} */
                    closingCountsBy: "receipt" | "acceptance";
                };
                paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                deliveryTerms: string;
                /** @enum {string} */
                bookedAt: "shipment" | "receipt" | "acceptance";
                defaultAcceptanceDays: number | null;
                isOneStep: boolean;
                tolerance: {
                    overPercent: string;
                    underPercent: string;
                };
                /** @enum {string} */
                inspection: "none" | "sampling" | "full";
                /** @enum {string} */
                invoiceIssuer: "seller" | "buyer";
                acknowledgedAfterDays: number | null;
                /** @enum {string} */
                invoicing: "by_closing" | "single";
                /** @enum {string} */
                taxRounding: "down" | "half_up" | "up";
                /** @enum {string} */
                amountRounding: "down" | "half_up" | "up";
                /** @enum {string} */
                suppliedMaterial: "none" | "free";
                /** @enum {string} */
                lossBorneBy: "buyer" | "seller";
                standing: {
                    maxQuantity: string | null;
                    minLeadTimeDays: number;
                    allowsProvisionalPrice: boolean;
                } | null;
                milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
            };
            items: {
                code: string;
                buyerCode: string;
                sellerCode: string;
                nameJa: string;
                nameEn: string;
                /** @description a code people type, unique within its company */
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                buyerFactor: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                sellerFactor: string;
                leadTimeDays: number;
                /** @enum {string} */
                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                /** @enum {string} */
                form: "goods" | "processing";
                prices: {
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    validFrom: string;
                    validTo: string | null;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    fromQuantity: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    unitPrice: string;
                    isProvisional: boolean;
                }[];
                standingQuantity: string | null;
                minimumQuantity: string | null;
                lineNumber: number;
                ownItemId: string | null;
                ownItemCode: string | null;
                suggestedItemId: string | null;
                suggestedItemCode: string | null;
            }[];
            findings: {
                /** @enum {string} */
                severity: "error" | "warning";
                code: string;
                values?: {
                    [key: string]: string | number;
                };
                field?: string;
            }[];
            moves: ("accept" | "decline" | "end")[];
            previousId: string | null;
            versions: {
                /** Format: uuid */
                id: string;
                versionNumber: number;
                /** @enum {string} */
                state: "proposed" | "active" | "declined" | "ended";
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                validFrom: string;
                endedOn: string | null;
            }[];
        };
        PartnerPage: {
            company: string;
            companyAddress: string;
            registrationNumber: string | null;
            number: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            /** @enum {string} */
            side: "S" | "B";
            partner: {
                name: string;
                address: string;
            } | null;
            deliverTo: string;
            answer: {
                words: string;
                accepts: boolean;
                promisedOn: string | null;
                name: string;
            } | null;
            answeredAt: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * @description yen per unit, exact decimal as text
                 * @example 148.25
                 */
                unitPrice: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                taxCategory: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                state: string;
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
        Stocktake: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            countedOn: string;
            placeId: string | null;
            placeName: string | null;
            /** @enum {string} */
            state: "open" | "posted" | "cancelled";
            note: string;
            lineCount: number;
            countedCount: number;
            differenceCount: number;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        StocktakeDocument: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            countedOn: string;
            placeId: string | null;
            placeName: string | null;
            /** @enum {string} */
            state: "open" | "posted" | "cancelled";
            note: string;
            lineCount: number;
            countedCount: number;
            differenceCount: number;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
            uncausedCount: number;
            foundYen: string | null;
            missingYen: string | null;
            journal: {
                /** Format: uuid */
                id: string;
                number: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                postedOn: string;
            }[];
        };
        StocktakeLine: {
            lineNumber: number;
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            /** Format: uuid */
            placeId: string;
            placeCode: string;
            placeName: string;
            keeperName: string | null;
            lotCode: string | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            theoretical: string;
            counted: string | null;
            difference: string | null;
            cause: ("unrecorded_issue" | "unrecorded_receipt" | "wrong_place" | "unit_mistake" | "damage" | "loss" | "unknown") | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        DispatchStep: {
            stepNumber: number;
            feedsStepNumber: number | null;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantityPer: string;
            /** @description a code people type, unique within its company */
            processCode: string;
            processName: string;
            code: string;
            unitDecimals: number;
            /**
             * @description good pieces out per piece in, above 0 and at most 1
             * @example 0.98
             */
            yield: string;
            leadTimeDays: number;
            weight: number;
            members: {
                /** Format: uuid */
                memberId: string;
                /**
                 * @description per cent, exact decimal as text
                 * @example 33.333333
                 */
                sharePercent: string;
            }[];
        };
        DispatchRule: {
            name: string;
            /** Format: uuid */
            groupId: string;
            itemId: string | null;
            itemGroupCode: string;
            priority: number;
            /** @enum {string} */
            form: "relay" | "processing";
            /** @enum {string} */
            earning: "agreed_price" | "weights";
            /** @enum {string} */
            choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
            /**
             * @description per cent, exact decimal as text
             * @example 33.333333
             */
            feePercent: string;
            isAutomatic: boolean;
            isActive: boolean;
            steps: components["schemas"]["DispatchStep"][];
            /** Format: uuid */
            id: string;
            itemCode: string;
            itemName: string;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        DispatchRuleRow: {
            /** Format: uuid */
            id: string;
            name: string;
            itemCode: string;
            itemName: string;
            itemGroupCode: string;
            priority: number;
            /** @enum {string} */
            form: "relay" | "processing";
            /** @enum {string} */
            earning: "agreed_price" | "weights";
            /** @enum {string} */
            choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
            feePercent: string;
            isAutomatic: boolean;
            isActive: boolean;
            stepCount: number;
            memberCount: number;
        };
        CompanyGroup: {
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: string;
            purpose: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            foundedOn: string;
            /** Format: uuid */
            windowCompanyId: string;
            windowName: string;
            /** @description the acting company is the group's window */
            isWindow: boolean;
            isMember: boolean;
            /** @description when the acting company signed dispatch */
            dispatchSignedOn: string | null;
            members: {
                /** Format: uuid */
                companyId: string;
                name: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                joinedOn: string;
                dispatchSignedOn: string | null;
                processCodes: string[];
                isSelf: boolean;
            }[];
        };
        Dispatched: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            /** @description null: it waits for a person at the window */
            chainId: string | null;
            chainNumber: string | null;
            tradeCount: number;
            stepCount: number;
            /** @description steps that wait for their member's confirmation */
            waitingCount: number;
            promisedOn: string | null;
            /** @description why it was not dispatched at once */
            reasons: {
                /** @description as in refusals: its text stands in the message files */
                code: string;
                values: {
                    [key: string]: string | number;
                };
                lineNumber: number;
            }[];
        };
        DispatchPreview: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            /**
             * @description the worst step's answer
             * @enum {string}
             */
            state: "ready" | "person" | "impossible";
            tradeCount: number;
            lines: {
                lineNumber: number;
                itemCode: string;
                description: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                unit: string;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                amountYen: string;
                rule: string | null;
                ruleId: string | null;
                form: ("relay" | "processing") | null;
                feeYen: string | null;
                promisedOn: string | null;
                isLate: boolean;
                problems: {
                    /** @description as in refusals: its text stands in the message files */
                    code: string;
                    values: {
                        [key: string]: string | number;
                    };
                }[];
                steps: {
                    stepNumber: number;
                    part: number;
                    feedsStepNumber: number | null;
                    processCode: string;
                    processName: string;
                    /** Format: uuid */
                    sellerId: string;
                    sellerName: string;
                    /** Format: uuid */
                    buyerId: string;
                    buyerName: string;
                    code: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    startQuantity: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    yield: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    startsOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    wantedOn: string;
                    /** @enum {string} */
                    kind: "trade" | "own_work" | "inside";
                    /** @description only where the group signed shares by weight */
                    amountYen: string | null;
                    earningYen: string | null;
                    /** @enum {string} */
                    answer: "ready" | "person" | "impossible" | "own";
                    reason: {
                        /** @description as in refusals: its text stands in the message files */
                        code: string;
                        values: {
                            [key: string]: string | number;
                        };
                    } | null;
                }[];
            }[];
            /** @description who will see their own steps: item, quantity, date */
            recipients: {
                /** Format: uuid */
                companyId: string;
                name: string;
                stepCount: number;
            }[];
        };
        ChainRow: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            role: "window" | "member";
            /** Format: uuid */
            tradeId: string;
            partnerName: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            wantedOn: string | null;
            promisedOn: string | null;
            isLate: boolean;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "cancelled";
            lineCount: number;
            stepCount: number;
            doneCount: number;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
        };
        WaitingOrder: {
            /** Format: uuid */
            tradeId: string;
            number: string;
            partnerName: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            orderedOn: string;
            wantedOn: string | null;
            /**
             * @description whole yen as text
             * @example 1200
             */
            totalYen: string;
            lineCount: number;
        };
        Chain: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            role: "window" | "member";
            form: ("relay" | "processing") | null;
            tradeId: string | null;
            partnerName: string;
            outsideNumber: string;
            orderedOn: string | null;
            totalYen: string | null;
            /** @description the window's own: what it sells less what it buys, as ordered and as accepted so far */
            fee: {
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                salesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                purchasesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                feeYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedSalesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedPurchasesYen: string;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                acceptedFeeYen: string;
            } | null;
            promisedOn: string | null;
            lines: {
                lineNumber: number;
                code: string;
                description: string;
                quantity: string | null;
                unit: string;
                wantedOn: string | null;
                promisedOn: string | null;
                state: string;
                amountYen: string | null;
                shipped: string | null;
                accepted: string | null;
            }[];
            steps: {
                chainLineNumber: number;
                stepNumber: number;
                part: number;
                feedsStepNumber: number | null;
                /** @enum {string} */
                relation: "step" | "own" | "neighbour" | "others";
                processName: string;
                companyId: string | null;
                companyName: string;
                buyerId: string | null;
                buyerName: string;
                code: string;
                quantity: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                promisedOn: string | null;
                state: string;
                shipped: string | null;
                accepted: string | null;
                shareDone: string | null;
                tradeId: string | null;
                isLate: boolean;
            }[];
            changes: {
                /** Format: uuid */
                id: string;
                number: string;
                reason: string;
                /** @enum {string} */
                state: "proposed" | "agreed" | "applied" | "declined" | "expired" | "withdrawn";
                proposedAt: string;
                expiresOn: string | null;
                /**
                 * @description whole yen as text
                 * @example 1200
                 */
                costYen: string;
                consents: {
                    /** Format: uuid */
                    memberId: string;
                    memberName: string;
                    /** @enum {string} */
                    state: "asked" | "agreed" | "declined";
                    byRule: boolean;
                    /**
                     * @description whole yen as text
                     * @example 1200
                     */
                    costYen: string;
                    words: string;
                }[];
            }[];
        };
        ChainChangeInbox: {
            /** Format: uuid */
            id: string;
            chainId: string | null;
            number: string;
            windowName: string;
            reason: string;
            /** @enum {string} */
            state: "asked" | "agreed" | "declined";
            requestState: string;
            byRule: boolean;
            /**
             * @description whole yen as text
             * @example 1200
             */
            costYen: string;
            words: string;
            askedAt: string;
            expiresOn: string | null;
            lines: {
                /** Format: uuid */
                tradeId: string;
                lineNumber: number;
                /** @enum {string} */
                side: "S" | "B";
                partnerName: string;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                newQuantity: string | null;
                /**
                 * Format: date
                 * @example 2026-11-23
                 */
                wantedOn: string;
                newWantedOn: string | null;
                isCancel: boolean;
            }[];
        };
        FarEndRow: {
            /** Format: uuid */
            deliveryId: string;
            number: string;
            /** @description the member of the last step */
            sellerName: string;
            makerName: string;
            deliverTo: string;
            /** Format: uuid */
            chainId: string;
            chainNumber: string;
            orderNumber: string;
            outsideNumber: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            shippedOn: string;
            expectedOn: string | null;
            lines: {
                lineNumber: number;
                originLineNumber: number;
                code: string;
                description: string;
                unit: string;
                /**
                 * @description exact decimal as text, up to 6 decimals
                 * @example 12.5
                 */
                quantity: string;
                /**
                 * @description shipped and not yet accepted or rejected, in the unit of the delivery
                 * @example 12.5
                 */
                open: string;
            }[];
        };
        PlanRun: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            planFrom: string;
            horizonDays: number;
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /** @enum {string} */
            stage: "waiting" | "loading" | "planning" | "saving" | "finished";
            isCurrent: boolean;
            summary: {
                orderCount?: number;
                pastDueCount?: number;
                exceptionCount?: number;
                pegCount?: number;
                elapsedMs?: number;
            };
            /** @description why the run failed */
            refusals: {
                code: string;
                values?: {
                    [key: string]: string | number;
                };
                field?: string;
            }[];
        };
        PlannedOrder: {
            /** Format: uuid */
            runId: string;
            seq: number;
            /** Format: uuid */
            itemId: string;
            /** @description a code people type, unique within its company */
            itemCode: string;
            itemName: string;
            /** @enum {string} */
            supply: "make" | "buy" | "subcontract";
            partnerId: string | null;
            partnerName: string | null;
            /**
             * @description what is started or ordered
             * @example 12.5
             */
            quantity: string;
            /**
             * @description what of it is expected to be good
             * @example 12.5
             */
            expectedQuantity: string;
            /** @description a code people type, unique within its company */
            unit: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            startOn: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            dueOn: string;
            /**
             * Format: date
             * @description before the plan's first day when past due
             * @example 2026-11-23
             */
            wantedStartOn: string;
            isPastDue: boolean;
            /** @description the value chain it is bound to */
            orderKey: string | null;
            /** @enum {string} */
            state: "proposed" | "edited" | "converted" | "discarded";
            convertedKind: ("work_order" | "trade") | null;
            convertedId: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        PegStep: {
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            neededOn: string;
            reason: {
                /** @constant */
                kind: "safety";
            } | {
                /** @enum {string} */
                kind: "purchase" | "work_order" | "step" | "sales" | "forecast";
                /** Format: uuid */
                id: string;
                line: number | null;
                number: string;
                partnerName: string | null;
                /** @description of a trade: whose order it is to open */
                side: ("S" | "B") | null;
            } | {
                /** @constant */
                kind: "planned";
                order: components["schemas"]["PlannedOrder"];
                because: components["schemas"]["PegStep"][];
            };
        };
        Forecast: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            itemId: string;
            /** @description a code people type, unique within its company */
            itemCode: string;
            itemName: string;
            /** @description a code people type, unique within its company */
            unit: string;
            partnerId: string | null;
            partnerCode: string | null;
            partnerName: string | null;
            /**
             * Format: date
             * @example 2026-11-23
             */
            periodFrom: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            periodTo: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            isFirm: boolean;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        Characteristic: {
            name: string;
            /**
             * @default measured
             * @enum {string}
             */
            kind: "measured" | "attribute";
            /** @default  */
            unit: string;
            /** @default null */
            lower: string | null;
            /** @default null */
            upper: string | null;
            /** @default  */
            method: string;
        };
        InspectionPlan: {
            /** Format: uuid */
            itemId: string;
            code: string;
            name: string;
            unit: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            sampling: "all" | "sample" | "skip";
            /** @default null */
            sampleSize: number | null;
            characteristics: components["schemas"]["Characteristic"][];
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        WaitingInspection: {
            /** Format: uuid */
            deliveryId: string;
            lineNumber: number;
            ownNumber: string;
            number: string;
            partnerId: string | null;
            partnerName: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            receivedOn: string;
            /** Format: uuid */
            tradeId: string;
            tradeNumber: string;
            itemId: string | null;
            code: string;
            description: string;
            unit: string;
            /**
             * @description yen per unit, exact decimal as text
             * @example 148.25
             */
            unitPrice: string;
            lotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            toJudge: string;
            hasPlan: boolean;
            needsInspection: boolean;
        };
        Inspection: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            state: "open" | "passed" | "failed" | "partly" | "special";
            itemId: string | null;
            code: string;
            name: string;
            unit: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            accepted: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            special: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            rejected: string;
            inspectedOn: string | null;
            inspectedBy: string | null;
            partnerName: string | null;
            deliveryId: string | null;
            deliveryNumber: string | null;
            workOrderId: string | null;
            workOrderNumber: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
        };
        InspectionDocument: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @enum {string} */
            kind: "receiving" | "in_process" | "final";
            /** @enum {string} */
            state: "open" | "passed" | "failed" | "partly" | "special";
            itemId: string | null;
            code: string;
            name: string;
            unit: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            accepted: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            special: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            rejected: string;
            inspectedOn: string | null;
            inspectedBy: string | null;
            partnerName: string | null;
            deliveryId: string | null;
            deliveryNumber: string | null;
            workOrderId: string | null;
            workOrderNumber: string | null;
            /** @description counts the changes of a record; send back the one you read */
            version: number;
            lineNumber: number | null;
            lotCode: string;
            reason: string;
            readings: {
                characteristic: string;
                value: string | null;
                isGood: boolean | null;
                unit: string;
                lower: string | null;
                upper: string | null;
                isWithin: boolean;
            }[];
            plan: {
                /** @enum {string} */
                sampling: "all" | "sample" | "skip";
                /** @default null */
                sampleSize: number | null;
                characteristics: components["schemas"]["Characteristic"][];
            } | null;
        };
        Lot: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            itemId: string;
            itemCode: string;
            itemName: string;
            unit: string;
            madeOn: string | null;
            expiresOn: string | null;
            supplierLotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
        };
        LotTreeRow: {
            /** Format: uuid */
            lotId: string;
            /** Format: uuid */
            parentLotId: string;
            depth: number;
            code: string;
            itemCode: string;
            itemName: string;
            unit: string;
            /**
             * @description of the used lot
             * @example 12.5
             */
            quantity: string;
            quantityUnit: string;
            workOrders: {
                /** Format: uuid */
                id: string;
                number: string;
            }[];
            isRepeated: boolean;
        };
        LotPassage: {
            /** Format: uuid */
            lotId: string;
            lotCode: string;
            itemCode: string;
            /**
             * Format: date
             * @example 2026-11-23
             */
            movedOn: string;
            kind: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            quantity: string;
            unit: string;
            partnerName: string;
            /** Format: uuid */
            tradeId: string;
            /** @enum {string} */
            side: "S" | "B";
            tradeNumber: string;
        };
        LotGenealogy: {
            /** Format: uuid */
            id: string;
            code: string;
            /** Format: uuid */
            itemId: string;
            itemCode: string;
            itemName: string;
            unit: string;
            madeOn: string | null;
            expiresOn: string | null;
            supplierLotCode: string;
            /**
             * @description exact decimal as text, up to 6 decimals
             * @example 12.5
             */
            onHand: string;
            backward: components["schemas"]["LotTreeRow"][];
            forward: components["schemas"]["LotTreeRow"][];
            cameIn: components["schemas"]["LotPassage"][];
            wentOut: components["schemas"]["LotPassage"][];
            /** @description there is more than is shown */
            isCut: boolean;
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
    getCompany: {
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
                        name: string;
                        nameEn: string;
                        kana: string;
                        corporateNumber: string | null;
                        registrationNumber: string | null;
                        /** @enum {string} */
                        taxStatus: "registered" | "unregistered" | "exempt";
                        postalCode: string;
                        address: string;
                        phone: string;
                        capitalYen: string | null;
                        employeeCount: number | null;
                        color: string;
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        amountRounding: "down" | "half_up" | "up";
                        fiscalYearStartMonth: number;
                        /** @description name, reading and address can be found by other companies */
                        isPublished: boolean;
                        /** Format: uuid */
                        companyId: string;
                        /** @description a code people type, unique within its company */
                        code: string;
                        isWindow: boolean;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        isFiscalYearFixed: boolean;
                        warnings: {
                            code: string;
                            field: string;
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
    putCompany: {
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
                    name: string;
                    nameEn: string;
                    kana: string;
                    corporateNumber: string | null;
                    registrationNumber: string | null;
                    /** @enum {string} */
                    taxStatus: "registered" | "unregistered" | "exempt";
                    postalCode: string;
                    address: string;
                    phone: string;
                    capitalYen: string | null;
                    employeeCount: number | null;
                    color: string;
                    /** @enum {string} */
                    taxRounding: "down" | "half_up" | "up";
                    /** @enum {string} */
                    amountRounding: "down" | "half_up" | "up";
                    fiscalYearStartMonth: number;
                    /** @description name, reading and address can be found by other companies */
                    isPublished: boolean;
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
                        name: string;
                        nameEn: string;
                        kana: string;
                        corporateNumber: string | null;
                        registrationNumber: string | null;
                        /** @enum {string} */
                        taxStatus: "registered" | "unregistered" | "exempt";
                        postalCode: string;
                        address: string;
                        phone: string;
                        capitalYen: string | null;
                        employeeCount: number | null;
                        color: string;
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        amountRounding: "down" | "half_up" | "up";
                        fiscalYearStartMonth: number;
                        /** @description name, reading and address can be found by other companies */
                        isPublished: boolean;
                        /** Format: uuid */
                        companyId: string;
                        /** @description a code people type, unique within its company */
                        code: string;
                        isWindow: boolean;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        isFiscalYearFixed: boolean;
                        warnings: {
                            code: string;
                            field: string;
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
    getMembers: {
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
                        rows: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            email: string;
                            roles: string[];
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            validFrom: string;
                            endsOn: string | null;
                            isSelf: boolean;
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
    putMembers: {
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
                    /** Format: email */
                    email: string;
                    roles: ("president" | "sales" | "production" | "purchasing" | "warehouse" | "floor" | "finance" | "secretariat" | "admin")[];
                    endsOn: string | null;
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
                        /** Format: uuid */
                        userId: string;
                        name: string;
                        email: string;
                        roles: string[];
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validFrom: string;
                        endsOn: string | null;
                        isSelf: boolean;
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
    getMandates: {
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
                        rows: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            email: string;
                            roles: string[];
                            purpose: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            validFrom: string;
                            endsOn: string | null;
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
    postMandates: {
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
                    /** Format: email */
                    email: string;
                    roles: ("president" | "sales" | "production" | "purchasing" | "warehouse" | "floor" | "finance" | "secretariat" | "admin")[];
                    purpose: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    validFrom: string;
                    endsOn: string | null;
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
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        userId: string;
                        name: string;
                        email: string;
                        roles: string[];
                        purpose: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validFrom: string;
                        endsOn: string | null;
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
    postMandatesByIdEnd: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    endsOn: string;
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
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        userId: string;
                        name: string;
                        email: string;
                        roles: string[];
                        purpose: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validFrom: string;
                        endsOn: string | null;
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
    getAccesses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: "reaction" | "precheck";
                byCompanyId?: string;
                atFrom?: string;
                atTo?: string;
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
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "reaction" | "precheck";
                            /** Format: uuid */
                            byCompanyId: string;
                            byName: string | null;
                            what: string;
                            tradeId: string | null;
                            tradeNumber: string | null;
                            tradeSide: ("seller" | "buyer") | null;
                            code: string | null;
                            quantity: string | null;
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
    getHistory: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                subjectId: string;
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
                            /** Format: date-time */
                            at: string;
                            command: string;
                            userName: string | null;
                            details: {
                                [key: string]: unknown;
                            };
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
    getSavedViews: {
        parameters: {
            query?: {
                page?: string;
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
                            page: string;
                            name: string;
                            query: string;
                            isShared: boolean;
                            isOwn: boolean;
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
    postSavedViews: {
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
                    page: string;
                    name: string;
                    /** @description the query string of the list's address */
                    query: string;
                    isShared: boolean;
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
                        /** Format: uuid */
                        id: string;
                        page: string;
                        name: string;
                        query: string;
                        isShared: boolean;
                        isOwn: boolean;
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
    deleteSavedViewsById: {
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
                    "application/json": {
                        /** @enum {boolean} */
                        isDeleted: true;
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
    getJump: {
        parameters: {
            query: {
                q: string;
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
                            /** @enum {string} */
                            kind: "item" | "partner" | "sales" | "purchasing" | "workOrder" | "invoice" | "delivery";
                            label: string;
                            detail: string | null;
                            href: string;
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
    getPartnersTemplate: {
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
    getPartnersExport: {
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
    postPartnersImportPreview: {
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
    postPartnersImport: {
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
    getPartnerBankAccountsTemplate: {
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
    getPartnerBankAccountsExport: {
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
    postPartnerBankAccountsImportPreview: {
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
    postPartnerBankAccountsImport: {
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
    getPartners: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                role?: "customer" | "supplier";
                isActive?: string;
                isLinked?: string;
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
                            kana: string;
                            isCustomer: boolean;
                            isSupplier: boolean;
                            registrationNumber: string | null;
                            /** @enum {string} */
                            taxStatus: "registered" | "unregistered" | "exempt";
                            phone: string;
                            contactName: string;
                            /** @description day of the month; 31 is its last day (末) */
                            closingDay: number;
                            paymentMonthOffset: number;
                            /** @description day of the month; 31 is its last day (末) */
                            paymentDay: number;
                            isActive: boolean;
                            /** Format: uuid */
                            id: string;
                            isLinked: boolean;
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
    postPartners: {
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
                    kana: string;
                    isCustomer: boolean;
                    isSupplier: boolean;
                    registrationNumber: string | null;
                    corporateNumber: string | null;
                    /** @enum {string} */
                    taxStatus: "registered" | "unregistered" | "exempt";
                    capitalYen: string | null;
                    employeeCount: number | null;
                    postalCode: string;
                    address: string;
                    phone: string;
                    email: string;
                    contactName: string;
                    /** @description day of the month; 31 is its last day (末) */
                    closingDay: number;
                    paymentMonthOffset: number;
                    /** @description day of the month; 31 is its last day (末) */
                    paymentDay: number;
                    /** @enum {string} */
                    holidayShift: "previous" | "next";
                    /** @enum {string} */
                    paymentKind: "transfer" | "cash" | "claim" | "offset";
                    /** @enum {string} */
                    taxRounding: "down" | "half_up" | "up";
                    creditLimitYen: string | null;
                    note: string;
                    isActive: boolean;
                    sites: {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        postalCode: string;
                        address: string;
                        phone: string;
                    }[];
                    bankAccounts: {
                        bankCode: string;
                        branchCode: string;
                        /** @enum {string} */
                        accountKind: "ordinary" | "current" | "savings" | "other";
                        accountNumber: string;
                        /** @description the holder in katakana, as bank files take it: at most 30 letters */
                        holderKana: string;
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
                        nameEn: string;
                        kana: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        registrationNumber: string | null;
                        corporateNumber: string | null;
                        /** @enum {string} */
                        taxStatus: "registered" | "unregistered" | "exempt";
                        capitalYen: string | null;
                        employeeCount: number | null;
                        postalCode: string;
                        address: string;
                        phone: string;
                        email: string;
                        contactName: string;
                        /** @description day of the month; 31 is its last day (末) */
                        closingDay: number;
                        paymentMonthOffset: number;
                        /** @description day of the month; 31 is its last day (末) */
                        paymentDay: number;
                        /** @enum {string} */
                        holidayShift: "previous" | "next";
                        /** @enum {string} */
                        paymentKind: "transfer" | "cash" | "claim" | "offset";
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        creditLimitYen: string | null;
                        note: string;
                        isActive: boolean;
                        sites: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            postalCode: string;
                            address: string;
                            phone: string;
                        }[];
                        bankAccounts: {
                            bankCode: string;
                            branchCode: string;
                            /** @enum {string} */
                            accountKind: "ordinary" | "current" | "savings" | "other";
                            accountNumber: string;
                            /** @description the holder in katakana, as bank files take it: at most 30 letters */
                            holderKana: string;
                        }[];
                        /** Format: uuid */
                        id: string;
                        linkedCompanyId: string | null;
                        linkedOn: string | null;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        warnings: {
                            code: string;
                            field: string;
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
    getPartnersById: {
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
                        kana: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        registrationNumber: string | null;
                        corporateNumber: string | null;
                        /** @enum {string} */
                        taxStatus: "registered" | "unregistered" | "exempt";
                        capitalYen: string | null;
                        employeeCount: number | null;
                        postalCode: string;
                        address: string;
                        phone: string;
                        email: string;
                        contactName: string;
                        /** @description day of the month; 31 is its last day (末) */
                        closingDay: number;
                        paymentMonthOffset: number;
                        /** @description day of the month; 31 is its last day (末) */
                        paymentDay: number;
                        /** @enum {string} */
                        holidayShift: "previous" | "next";
                        /** @enum {string} */
                        paymentKind: "transfer" | "cash" | "claim" | "offset";
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        creditLimitYen: string | null;
                        note: string;
                        isActive: boolean;
                        sites: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            postalCode: string;
                            address: string;
                            phone: string;
                        }[];
                        bankAccounts: {
                            bankCode: string;
                            branchCode: string;
                            /** @enum {string} */
                            accountKind: "ordinary" | "current" | "savings" | "other";
                            accountNumber: string;
                            /** @description the holder in katakana, as bank files take it: at most 30 letters */
                            holderKana: string;
                        }[];
                        /** Format: uuid */
                        id: string;
                        linkedCompanyId: string | null;
                        linkedOn: string | null;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        warnings: {
                            code: string;
                            field: string;
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
    putPartnersById: {
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
                    kana: string;
                    isCustomer: boolean;
                    isSupplier: boolean;
                    registrationNumber: string | null;
                    corporateNumber: string | null;
                    /** @enum {string} */
                    taxStatus: "registered" | "unregistered" | "exempt";
                    capitalYen: string | null;
                    employeeCount: number | null;
                    postalCode: string;
                    address: string;
                    phone: string;
                    email: string;
                    contactName: string;
                    /** @description day of the month; 31 is its last day (末) */
                    closingDay: number;
                    paymentMonthOffset: number;
                    /** @description day of the month; 31 is its last day (末) */
                    paymentDay: number;
                    /** @enum {string} */
                    holidayShift: "previous" | "next";
                    /** @enum {string} */
                    paymentKind: "transfer" | "cash" | "claim" | "offset";
                    /** @enum {string} */
                    taxRounding: "down" | "half_up" | "up";
                    creditLimitYen: string | null;
                    note: string;
                    isActive: boolean;
                    sites: {
                        /** @description a code people type, unique within its company */
                        code: string;
                        name: string;
                        postalCode: string;
                        address: string;
                        phone: string;
                    }[];
                    bankAccounts: {
                        bankCode: string;
                        branchCode: string;
                        /** @enum {string} */
                        accountKind: "ordinary" | "current" | "savings" | "other";
                        accountNumber: string;
                        /** @description the holder in katakana, as bank files take it: at most 30 letters */
                        holderKana: string;
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
                        nameEn: string;
                        kana: string;
                        isCustomer: boolean;
                        isSupplier: boolean;
                        registrationNumber: string | null;
                        corporateNumber: string | null;
                        /** @enum {string} */
                        taxStatus: "registered" | "unregistered" | "exempt";
                        capitalYen: string | null;
                        employeeCount: number | null;
                        postalCode: string;
                        address: string;
                        phone: string;
                        email: string;
                        contactName: string;
                        /** @description day of the month; 31 is its last day (末) */
                        closingDay: number;
                        paymentMonthOffset: number;
                        /** @description day of the month; 31 is its last day (末) */
                        paymentDay: number;
                        /** @enum {string} */
                        holidayShift: "previous" | "next";
                        /** @enum {string} */
                        paymentKind: "transfer" | "cash" | "claim" | "offset";
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        creditLimitYen: string | null;
                        note: string;
                        isActive: boolean;
                        sites: {
                            /** @description a code people type, unique within its company */
                            code: string;
                            name: string;
                            postalCode: string;
                            address: string;
                            phone: string;
                        }[];
                        bankAccounts: {
                            bankCode: string;
                            branchCode: string;
                            /** @enum {string} */
                            accountKind: "ordinary" | "current" | "savings" | "other";
                            accountNumber: string;
                            /** @description the holder in katakana, as bank files take it: at most 30 letters */
                            holderKana: string;
                        }[];
                        /** Format: uuid */
                        id: string;
                        linkedCompanyId: string | null;
                        linkedOn: string | null;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        warnings: {
                            code: string;
                            field: string;
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
    getCompanyProfiles: {
        parameters: {
            query: {
                search: string;
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
                            companyId: string;
                            name: string;
                            nameEn: string;
                            address: string;
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
    getPartnerLinks: {
        parameters: {
            query?: {
                state?: "proposed" | "linked" | "declined" | "withdrawn";
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
                            /** @enum {string} */
                            state: "proposed" | "linked" | "declined" | "withdrawn";
                            /** @enum {string} */
                            direction: "sent" | "received";
                            /** Format: uuid */
                            otherCompanyId: string;
                            otherName: string;
                            partnerId: string | null;
                            partnerCode: string | null;
                            partnerName: string | null;
                            message: string;
                            /** Format: date-time */
                            proposedAt: string;
                            answeredAt: string | null;
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
    postPartnerLinks: {
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
                    /** Format: uuid */
                    companyId: string;
                    /**
                     * Format: uuid
                     * @description the own card of that company
                     */
                    partnerId: string;
                    message: string;
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "proposed" | "linked" | "declined" | "withdrawn";
                        /** @enum {string} */
                        direction: "sent" | "received";
                        /** Format: uuid */
                        otherCompanyId: string;
                        otherName: string;
                        partnerId: string | null;
                        partnerCode: string | null;
                        partnerName: string | null;
                        message: string;
                        /** Format: date-time */
                        proposedAt: string;
                        answeredAt: string | null;
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
    postPartnerLinksByIdAnswer: {
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
                    accept: boolean;
                    /** @description the own card of that company, when accepting */
                    partnerId: string | null;
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "proposed" | "linked" | "declined" | "withdrawn";
                        /** @enum {string} */
                        direction: "sent" | "received";
                        /** Format: uuid */
                        otherCompanyId: string;
                        otherName: string;
                        partnerId: string | null;
                        partnerCode: string | null;
                        partnerName: string | null;
                        message: string;
                        /** Format: date-time */
                        proposedAt: string;
                        answeredAt: string | null;
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
    postPartnerLinksByIdWithdraw: {
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "proposed" | "linked" | "declined" | "withdrawn";
                        /** @enum {string} */
                        direction: "sent" | "received";
                        /** Format: uuid */
                        otherCompanyId: string;
                        otherName: string;
                        partnerId: string | null;
                        partnerCode: string | null;
                        partnerName: string | null;
                        message: string;
                        /** Format: date-time */
                        proposedAt: string;
                        answeredAt: string | null;
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
    getItemsTemplate: {
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
    getItemsExport: {
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
    postItemsImportPreview: {
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
    postItemsImport: {
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
    getUnitsTemplate: {
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
    getUnitsExport: {
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
    postUnitsImportPreview: {
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
    postUnitsImport: {
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
    getUnitConversionsTemplate: {
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
    getUnitConversionsExport: {
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
    postUnitConversionsImportPreview: {
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
    postUnitConversionsImport: {
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
    getBillOfMaterialLinesTemplate: {
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
    getBillOfMaterialLinesExport: {
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
    postBillOfMaterialLinesImportPreview: {
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
    postBillOfMaterialLinesImport: {
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
    getRoutingOperationsTemplate: {
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
    getRoutingOperationsExport: {
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
    postRoutingOperationsImportPreview: {
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
    postRoutingOperationsImport: {
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
    getItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                supply?: "make" | "buy" | "subcontract";
                category?: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                groupCode?: string;
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
                            kana: string;
                            /** @enum {string} */
                            supply: "make" | "buy" | "subcontract";
                            /** @enum {string} */
                            category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                            groupCode: string;
                            specification: string;
                            drawingNumber: string;
                            unit: string;
                            isLotTracked: boolean;
                            leadTimeDays: number;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            standardCost: string;
                            salesPrice: string | null;
                            purchasePrice: string | null;
                            isActive: boolean;
                            /** Format: uuid */
                            id: string;
                            onHand: string;
                            available: string;
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
    postItems: {
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
                    kana: string;
                    /** @enum {string} */
                    supply: "make" | "buy" | "subcontract";
                    /** @enum {string} */
                    category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                    groupCode: string;
                    specification: string;
                    drawingNumber: string;
                    unit: string;
                    purchaseUnit: string | null;
                    salesUnit: string | null;
                    unitConversions: {
                        unit: string;
                        /**
                         * @description how much of the item's own unit one of this unit is
                         * @example 12.5
                         */
                        factor: string;
                    }[];
                    /** @enum {string} */
                    taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                    isLotTracked: boolean;
                    isStocked: boolean;
                    isOrderBound: boolean;
                    isDispatched: boolean;
                    needsInspection: boolean;
                    isBackflushed: boolean;
                    leadTimeDays: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    safetyStock: string;
                    /** @enum {string} */
                    lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                    lotFixed: string | null;
                    lotPeriodDays: number | null;
                    lotMinimum: string | null;
                    lotMaximum: string | null;
                    lotMultiple: string | null;
                    /**
                     * @description share of good output, above 0 and at most 1
                     * @example 0.98
                     */
                    yield: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    standardCost: string;
                    salesPrice: string | null;
                    purchasePrice: string | null;
                    purchasePartnerId: string | null;
                    defaultPlaceId: string | null;
                    note: string;
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
                        kana: string;
                        /** @enum {string} */
                        supply: "make" | "buy" | "subcontract";
                        /** @enum {string} */
                        category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                        groupCode: string;
                        specification: string;
                        drawingNumber: string;
                        unit: string;
                        purchaseUnit: string | null;
                        salesUnit: string | null;
                        unitConversions: {
                            unit: string;
                            /**
                             * @description how much of the item's own unit one of this unit is
                             * @example 12.5
                             */
                            factor: string;
                        }[];
                        /** @enum {string} */
                        taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                        isLotTracked: boolean;
                        isStocked: boolean;
                        isOrderBound: boolean;
                        isDispatched: boolean;
                        needsInspection: boolean;
                        isBackflushed: boolean;
                        leadTimeDays: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        /** @enum {string} */
                        lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                        lotFixed: string | null;
                        lotPeriodDays: number | null;
                        lotMinimum: string | null;
                        lotMaximum: string | null;
                        lotMultiple: string | null;
                        /**
                         * @description share of good output, above 0 and at most 1
                         * @example 0.98
                         */
                        yield: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        standardCost: string;
                        salesPrice: string | null;
                        purchasePrice: string | null;
                        purchasePartnerId: string | null;
                        defaultPlaceId: string | null;
                        note: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        unitDecimals: number;
                        purchasePartner: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        defaultPlace: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        hasBillOfMaterial: boolean;
                        hasRouting: boolean;
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
    getItemsById: {
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
                        kana: string;
                        /** @enum {string} */
                        supply: "make" | "buy" | "subcontract";
                        /** @enum {string} */
                        category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                        groupCode: string;
                        specification: string;
                        drawingNumber: string;
                        unit: string;
                        purchaseUnit: string | null;
                        salesUnit: string | null;
                        unitConversions: {
                            unit: string;
                            /**
                             * @description how much of the item's own unit one of this unit is
                             * @example 12.5
                             */
                            factor: string;
                        }[];
                        /** @enum {string} */
                        taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                        isLotTracked: boolean;
                        isStocked: boolean;
                        isOrderBound: boolean;
                        isDispatched: boolean;
                        needsInspection: boolean;
                        isBackflushed: boolean;
                        leadTimeDays: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        /** @enum {string} */
                        lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                        lotFixed: string | null;
                        lotPeriodDays: number | null;
                        lotMinimum: string | null;
                        lotMaximum: string | null;
                        lotMultiple: string | null;
                        /**
                         * @description share of good output, above 0 and at most 1
                         * @example 0.98
                         */
                        yield: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        standardCost: string;
                        salesPrice: string | null;
                        purchasePrice: string | null;
                        purchasePartnerId: string | null;
                        defaultPlaceId: string | null;
                        note: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        unitDecimals: number;
                        purchasePartner: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        defaultPlace: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        hasBillOfMaterial: boolean;
                        hasRouting: boolean;
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
    putItemsById: {
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
                    kana: string;
                    /** @enum {string} */
                    supply: "make" | "buy" | "subcontract";
                    /** @enum {string} */
                    category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                    groupCode: string;
                    specification: string;
                    drawingNumber: string;
                    unit: string;
                    purchaseUnit: string | null;
                    salesUnit: string | null;
                    unitConversions: {
                        unit: string;
                        /**
                         * @description how much of the item's own unit one of this unit is
                         * @example 12.5
                         */
                        factor: string;
                    }[];
                    /** @enum {string} */
                    taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                    isLotTracked: boolean;
                    isStocked: boolean;
                    isOrderBound: boolean;
                    isDispatched: boolean;
                    needsInspection: boolean;
                    isBackflushed: boolean;
                    leadTimeDays: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    safetyStock: string;
                    /** @enum {string} */
                    lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                    lotFixed: string | null;
                    lotPeriodDays: number | null;
                    lotMinimum: string | null;
                    lotMaximum: string | null;
                    lotMultiple: string | null;
                    /**
                     * @description share of good output, above 0 and at most 1
                     * @example 0.98
                     */
                    yield: string;
                    /**
                     * @description yen per unit, exact decimal as text
                     * @example 148.25
                     */
                    standardCost: string;
                    salesPrice: string | null;
                    purchasePrice: string | null;
                    purchasePartnerId: string | null;
                    defaultPlaceId: string | null;
                    note: string;
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
                        kana: string;
                        /** @enum {string} */
                        supply: "make" | "buy" | "subcontract";
                        /** @enum {string} */
                        category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                        groupCode: string;
                        specification: string;
                        drawingNumber: string;
                        unit: string;
                        purchaseUnit: string | null;
                        salesUnit: string | null;
                        unitConversions: {
                            unit: string;
                            /**
                             * @description how much of the item's own unit one of this unit is
                             * @example 12.5
                             */
                            factor: string;
                        }[];
                        /** @enum {string} */
                        taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                        isLotTracked: boolean;
                        isStocked: boolean;
                        isOrderBound: boolean;
                        isDispatched: boolean;
                        needsInspection: boolean;
                        isBackflushed: boolean;
                        leadTimeDays: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        /** @enum {string} */
                        lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                        lotFixed: string | null;
                        lotPeriodDays: number | null;
                        lotMinimum: string | null;
                        lotMaximum: string | null;
                        lotMultiple: string | null;
                        /**
                         * @description share of good output, above 0 and at most 1
                         * @example 0.98
                         */
                        yield: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        standardCost: string;
                        salesPrice: string | null;
                        purchasePrice: string | null;
                        purchasePartnerId: string | null;
                        defaultPlaceId: string | null;
                        note: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        unitDecimals: number;
                        purchasePartner: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        defaultPlace: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        hasBillOfMaterial: boolean;
                        hasRouting: boolean;
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
    getItemsByIdStock: {
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
                        unit: string;
                        onHand: string;
                        reserved: string;
                        keptElsewhere: string;
                        available: string;
                        /** @description null for those who may not see the books */
                        valueYen: string | null;
                        rows: {
                            /** Format: uuid */
                            placeId: string;
                            placeCode: string;
                            placeName: string;
                            lotCode: string | null;
                            quantity: string;
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
    postItemsByIdCopy: {
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
                        kana: string;
                        /** @enum {string} */
                        supply: "make" | "buy" | "subcontract";
                        /** @enum {string} */
                        category: "finished" | "assembly" | "part" | "material" | "merchandise" | "consumable" | "stage" | "processing";
                        groupCode: string;
                        specification: string;
                        drawingNumber: string;
                        unit: string;
                        purchaseUnit: string | null;
                        salesUnit: string | null;
                        unitConversions: {
                            unit: string;
                            /**
                             * @description how much of the item's own unit one of this unit is
                             * @example 12.5
                             */
                            factor: string;
                        }[];
                        /** @enum {string} */
                        taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                        isLotTracked: boolean;
                        isStocked: boolean;
                        isOrderBound: boolean;
                        isDispatched: boolean;
                        needsInspection: boolean;
                        isBackflushed: boolean;
                        leadTimeDays: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        /** @enum {string} */
                        lotRule: "lot_for_lot" | "fixed" | "period" | "min_max";
                        lotFixed: string | null;
                        lotPeriodDays: number | null;
                        lotMinimum: string | null;
                        lotMaximum: string | null;
                        lotMultiple: string | null;
                        /**
                         * @description share of good output, above 0 and at most 1
                         * @example 0.98
                         */
                        yield: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        standardCost: string;
                        salesPrice: string | null;
                        purchasePrice: string | null;
                        purchasePartnerId: string | null;
                        defaultPlaceId: string | null;
                        note: string;
                        isActive: boolean;
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        unitDecimals: number;
                        purchasePartner: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        defaultPlace: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                        } | null;
                        hasBillOfMaterial: boolean;
                        hasRouting: boolean;
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
    getUnits: {
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
                            code: string;
                            nameJa: string;
                            nameEn: string;
                            /** @description decimals a quantity in this unit may have */
                            decimals: number;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postUnits: {
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
                    code: string;
                    nameJa: string;
                    nameEn: string;
                    /** @description decimals a quantity in this unit may have */
                    decimals: number;
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
                        code: string;
                        nameJa: string;
                        nameEn: string;
                        /** @description decimals a quantity in this unit may have */
                        decimals: number;
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
    putUnitsByCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nameJa: string;
                    nameEn: string;
                    /** @description decimals a quantity in this unit may have */
                    decimals: number;
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
                        code: string;
                        nameJa: string;
                        nameEn: string;
                        /** @description decimals a quantity in this unit may have */
                        decimals: number;
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
    getItemsByIdBillOfMaterial: {
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
                        /** Format: uuid */
                        itemId: string;
                        /** @description the item's version */
                        version: number;
                        lines: {
                            /** Format: uuid */
                            componentItemId: string;
                            /** @description the operation that consumes it */
                            operationNumber: number | null;
                            /**
                             * @description per one unit of the parent, in the component's own unit
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description share lost, from 0 to below 1
                             * @example 0.02
                             */
                            scrapRate: string;
                            validFrom: string | null;
                            /** @description the last day; null for ever */
                            validTo: string | null;
                            note: string;
                            /** Format: uuid */
                            id: string;
                            componentCode: string;
                            componentName: string;
                            componentSpecification: string;
                            unit: string;
                            hasBillOfMaterial: boolean;
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
    putItemsByIdBillOfMaterial: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    lines: {
                        /** Format: uuid */
                        componentItemId: string;
                        /** @description the operation that consumes it */
                        operationNumber: number | null;
                        /**
                         * @description per one unit of the parent, in the component's own unit
                         * @example 12.5
                         */
                        quantity: string;
                        /**
                         * @description share lost, from 0 to below 1
                         * @example 0.02
                         */
                        scrapRate: string;
                        validFrom: string | null;
                        /** @description the last day; null for ever */
                        validTo: string | null;
                        note: string;
                    }[];
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
                        /** Format: uuid */
                        itemId: string;
                        /** @description the item's version */
                        version: number;
                        lines: {
                            /** Format: uuid */
                            componentItemId: string;
                            /** @description the operation that consumes it */
                            operationNumber: number | null;
                            /**
                             * @description per one unit of the parent, in the component's own unit
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description share lost, from 0 to below 1
                             * @example 0.02
                             */
                            scrapRate: string;
                            validFrom: string | null;
                            /** @description the last day; null for ever */
                            validTo: string | null;
                            note: string;
                            /** Format: uuid */
                            id: string;
                            componentCode: string;
                            componentName: string;
                            componentSpecification: string;
                            unit: string;
                            hasBillOfMaterial: boolean;
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
    getItemsByIdBillOfMaterialLevels: {
        parameters: {
            query?: {
                /** @description the day the bill is opened for; today when left out */
                on?: string;
                /** @description exact decimal as text, up to 6 decimals */
                quantity?: string;
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
                        on: string;
                        quantity: string;
                        rows: {
                            level: number;
                            /** Format: uuid */
                            itemId: string;
                            code: string;
                            name: string;
                            /** @enum {string} */
                            supply: "make" | "buy" | "subcontract";
                            unit: string;
                            operationNumber: number | null;
                            /** @description per one parent */
                            quantityPer: string;
                            scrapRate: string;
                            /** @description for the quantity asked, scrap included */
                            quantity: string;
                        }[];
                        isCut: boolean;
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
    getItemsByIdWhereUsed: {
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
                        rows: {
                            level: number;
                            /** Format: uuid */
                            itemId: string;
                            code: string;
                            name: string;
                            unit: string;
                            quantityPer: string;
                            operationNumber: number | null;
                            validFrom: string | null;
                            validTo: string | null;
                        }[];
                        isCut: boolean;
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
    getItemsByIdRouting: {
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
                        /** Format: uuid */
                        itemId: string;
                        /** @description the item's version */
                        version: number;
                        operations: {
                            operationNumber: number;
                            name: string;
                            workCenterId: string | null;
                            setupMinutes: string;
                            runMinutesPerUnit: string;
                            /**
                             * @description share of good output, above 0 and at most 1
                             * @example 0.98
                             */
                            yield: string;
                            subcontractPartnerId: string | null;
                            /** @description what is ordered of the partner: a processing item */
                            subcontractItemId: string | null;
                            subcontractLeadTimeDays: number;
                            needsInspection: boolean;
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: uuid */
                            id: string;
                            workCenterCode: string | null;
                            workCenterName: string | null;
                            subcontractPartnerCode: string | null;
                            subcontractPartnerName: string | null;
                            subcontractItemCode: string | null;
                            isDerived: boolean;
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
    putItemsByIdRouting: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    operations: {
                        operationNumber: number;
                        name: string;
                        workCenterId: string | null;
                        setupMinutes: string;
                        runMinutesPerUnit: string;
                        /**
                         * @description share of good output, above 0 and at most 1
                         * @example 0.98
                         */
                        yield: string;
                        subcontractPartnerId: string | null;
                        /** @description what is ordered of the partner: a processing item */
                        subcontractItemId: string | null;
                        subcontractLeadTimeDays: number;
                        needsInspection: boolean;
                        validFrom: string | null;
                        validTo: string | null;
                    }[];
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
                        /** Format: uuid */
                        itemId: string;
                        /** @description the item's version */
                        version: number;
                        operations: {
                            operationNumber: number;
                            name: string;
                            workCenterId: string | null;
                            setupMinutes: string;
                            runMinutesPerUnit: string;
                            /**
                             * @description share of good output, above 0 and at most 1
                             * @example 0.98
                             */
                            yield: string;
                            subcontractPartnerId: string | null;
                            /** @description what is ordered of the partner: a processing item */
                            subcontractItemId: string | null;
                            subcontractLeadTimeDays: number;
                            needsInspection: boolean;
                            validFrom: string | null;
                            validTo: string | null;
                            /** Format: uuid */
                            id: string;
                            workCenterCode: string | null;
                            workCenterName: string | null;
                            subcontractPartnerCode: string | null;
                            subcontractPartnerName: string | null;
                            subcontractItemCode: string | null;
                            isDerived: boolean;
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
    getAgreements: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                state?: "proposed" | "active" | "declined" | "ended";
                side?: "seller" | "buyer";
                partnerId?: string;
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
                            name: string;
                            versionNumber: number;
                            /** @enum {string} */
                            state: "proposed" | "active" | "declined" | "ended";
                            /** @enum {string} */
                            mySide: "seller" | "buyer";
                            isMyProposal: boolean;
                            isOutside: boolean;
                            partnerId: string | null;
                            partnerName: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            validFrom: string;
                            endedOn: string | null;
                            /** @enum {string} */
                            bookedAt: "shipment" | "receipt" | "acceptance";
                            itemCount: number;
                            /** @description items the acting company has not mapped to its own yet */
                            unmappedCount: number;
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
    getAgreementsById: {
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
                    "application/json": components["schemas"]["Agreement"];
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
    getAgreementsByIdPrice: {
        parameters: {
            query: {
                /** @description a code people type, unique within its company */
                itemCode: string;
                /** @description exact decimal as text, up to 6 decimals */
                quantity: string;
                date: string;
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
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        unitPrice: string;
                        isProvisional: boolean;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        listFrom: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        fromQuantity: string;
                        nextBreak: {
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            fromQuantity: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice: string;
                        } | null;
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
    postAgreementsByIdAnswer: {
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
                    accept: boolean;
                    /** Format: uuid */
                    partnerId?: string;
                    items: {
                        lineNumber: number;
                        /** Format: uuid */
                        itemId: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        factor: string;
                    }[];
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
                        /** @enum {string} */
                        state: "active" | "declined";
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
    putAgreementsByIdItems: {
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
                    items: {
                        lineNumber: number;
                        /** Format: uuid */
                        itemId: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        factor: string;
                    }[];
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
                        done: boolean;
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
    postAgreementsByIdEnd: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    endsOn: string;
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
                        done: boolean;
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
    getAgreementDrafts: {
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
                            number: string;
                            partnerName: string;
                            title: string;
                            updatedAt: string;
                            createdBy: string;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postAgreementDrafts: {
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
                    /** Format: uuid */
                    partnerId: string;
                    /** @enum {string} */
                    mySide: "seller" | "buyer";
                    previousId: string | null;
                    name: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    validFrom: string;
                    terms: {
                        items: {
                            code: string;
                            buyerCode: string;
                            sellerCode: string;
                            nameJa: string;
                            nameEn: string;
                            /** @description a code people type, unique within its company */
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            buyerFactor: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            sellerFactor: string;
                            leadTimeDays: number;
                            /** @enum {string} */
                            taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                            /** @enum {string} */
                            form: "goods" | "processing";
                            prices: {
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                validFrom: string;
                                validTo: string | null;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                fromQuantity: string;
                                /**
                                 * @description yen per unit, exact decimal as text
                                 * @example 148.25
                                 */
                                unitPrice: string;
                                isProvisional: boolean;
                            }[];
                            standingQuantity: string | null;
                            minimumQuantity: string | null;
                        }[];
                        payment: {
                            /** @description day of the month; 31 is its last day (末) */
                            closingDay: number;
                            paymentMonthOffset: number;
                            /** @description day of the month; 31 is its last day (末) */
                            paymentDay: number;
                            /** @enum {string} */
                            holidayShift: "previous" | "next" | "none";
                            holidayShiftAgreedInWriting: boolean;
                            /** @enum {string} */
                            closingCountsBy: "receipt" | "acceptance";
                        };
                        paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                        deliveryTerms: string;
                        /** @enum {string} */
                        bookedAt: "shipment" | "receipt" | "acceptance";
                        defaultAcceptanceDays: number | null;
                        isOneStep: boolean;
                        tolerance: {
                            overPercent: string;
                            underPercent: string;
                        };
                        /** @enum {string} */
                        inspection: "none" | "sampling" | "full";
                        /** @enum {string} */
                        invoiceIssuer: "seller" | "buyer";
                        acknowledgedAfterDays: number | null;
                        /** @enum {string} */
                        invoicing: "by_closing" | "single";
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        amountRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        suppliedMaterial: "none" | "free";
                        /** @enum {string} */
                        lossBorneBy: "buyer" | "seller";
                        standing: {
                            maxQuantity: string | null;
                            minLeadTimeDays: number;
                            allowsProvisionalPrice: boolean;
                        } | null;
                        milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
                    };
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getAgreementDraftsById: {
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
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "discarded";
                        sentId: string | null;
                        updatedAt: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        body: {
                            /** Format: uuid */
                            partnerId: string;
                            /** @enum {string} */
                            mySide: "seller" | "buyer";
                            previousId: string | null;
                            name: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            validFrom: string;
                            terms: {
                                items: {
                                    code: string;
                                    buyerCode: string;
                                    sellerCode: string;
                                    nameJa: string;
                                    nameEn: string;
                                    /** @description a code people type, unique within its company */
                                    unit: string;
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    buyerFactor: string;
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    sellerFactor: string;
                                    leadTimeDays: number;
                                    /** @enum {string} */
                                    taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                                    /** @enum {string} */
                                    form: "goods" | "processing";
                                    prices: {
                                        /**
                                         * Format: date
                                         * @example 2026-11-23
                                         */
                                        validFrom: string;
                                        validTo: string | null;
                                        /**
                                         * @description exact decimal as text, up to 6 decimals
                                         * @example 12.5
                                         */
                                        fromQuantity: string;
                                        /**
                                         * @description yen per unit, exact decimal as text
                                         * @example 148.25
                                         */
                                        unitPrice: string;
                                        isProvisional: boolean;
                                    }[];
                                    standingQuantity: string | null;
                                    minimumQuantity: string | null;
                                }[];
                                payment: {
                                    /** @description day of the month; 31 is its last day (末) */
                                    closingDay: number;
                                    paymentMonthOffset: number;
                                    /** @description day of the month; 31 is its last day (末) */
                                    paymentDay: number;
                                    /** @enum {string} */
                                    holidayShift: "previous" | "next" | "none";
                                    holidayShiftAgreedInWriting: boolean;
                                    /** @enum {string} */
                                    closingCountsBy: "receipt" | "acceptance";
                                };
                                paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                                deliveryTerms: string;
                                /** @enum {string} */
                                bookedAt: "shipment" | "receipt" | "acceptance";
                                defaultAcceptanceDays: number | null;
                                isOneStep: boolean;
                                tolerance: {
                                    overPercent: string;
                                    underPercent: string;
                                };
                                /** @enum {string} */
                                inspection: "none" | "sampling" | "full";
                                /** @enum {string} */
                                invoiceIssuer: "seller" | "buyer";
                                acknowledgedAfterDays: number | null;
                                /** @enum {string} */
                                invoicing: "by_closing" | "single";
                                /** @enum {string} */
                                taxRounding: "down" | "half_up" | "up";
                                /** @enum {string} */
                                amountRounding: "down" | "half_up" | "up";
                                /** @enum {string} */
                                suppliedMaterial: "none" | "free";
                                /** @enum {string} */
                                lossBorneBy: "buyer" | "seller";
                                standing: {
                                    maxQuantity: string | null;
                                    minLeadTimeDays: number;
                                    allowsProvisionalPrice: boolean;
                                } | null;
                                milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
                            };
                        };
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
    putAgreementDraftsById: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    body: {
                        /** Format: uuid */
                        partnerId: string;
                        /** @enum {string} */
                        mySide: "seller" | "buyer";
                        previousId: string | null;
                        name: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validFrom: string;
                        terms: {
                            items: {
                                code: string;
                                buyerCode: string;
                                sellerCode: string;
                                nameJa: string;
                                nameEn: string;
                                /** @description a code people type, unique within its company */
                                unit: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                buyerFactor: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                sellerFactor: string;
                                leadTimeDays: number;
                                /** @enum {string} */
                                taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                                /** @enum {string} */
                                form: "goods" | "processing";
                                prices: {
                                    /**
                                     * Format: date
                                     * @example 2026-11-23
                                     */
                                    validFrom: string;
                                    validTo: string | null;
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    fromQuantity: string;
                                    /**
                                     * @description yen per unit, exact decimal as text
                                     * @example 148.25
                                     */
                                    unitPrice: string;
                                    isProvisional: boolean;
                                }[];
                                standingQuantity: string | null;
                                minimumQuantity: string | null;
                            }[];
                            payment: {
                                /** @description day of the month; 31 is its last day (末) */
                                closingDay: number;
                                paymentMonthOffset: number;
                                /** @description day of the month; 31 is its last day (末) */
                                paymentDay: number;
                                /** @enum {string} */
                                holidayShift: "previous" | "next" | "none";
                                holidayShiftAgreedInWriting: boolean;
                                /** @enum {string} */
                                closingCountsBy: "receipt" | "acceptance";
                            };
                            paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                            deliveryTerms: string;
                            /** @enum {string} */
                            bookedAt: "shipment" | "receipt" | "acceptance";
                            defaultAcceptanceDays: number | null;
                            isOneStep: boolean;
                            tolerance: {
                                overPercent: string;
                                underPercent: string;
                            };
                            /** @enum {string} */
                            inspection: "none" | "sampling" | "full";
                            /** @enum {string} */
                            invoiceIssuer: "seller" | "buyer";
                            acknowledgedAfterDays: number | null;
                            /** @enum {string} */
                            invoicing: "by_closing" | "single";
                            /** @enum {string} */
                            taxRounding: "down" | "half_up" | "up";
                            /** @enum {string} */
                            amountRounding: "down" | "half_up" | "up";
                            /** @enum {string} */
                            suppliedMaterial: "none" | "free";
                            /** @enum {string} */
                            lossBorneBy: "buyer" | "seller";
                            standing: {
                                maxQuantity: string | null;
                                minLeadTimeDays: number;
                                allowsProvisionalPrice: boolean;
                            } | null;
                            milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
                        };
                    };
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
    postAgreementDraftsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    partnerId: string;
                    /** @enum {string} */
                    mySide: "seller" | "buyer";
                    previousId: string | null;
                    name: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    validFrom: string;
                    terms: {
                        items: {
                            code: string;
                            buyerCode: string;
                            sellerCode: string;
                            nameJa: string;
                            nameEn: string;
                            /** @description a code people type, unique within its company */
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            buyerFactor: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            sellerFactor: string;
                            leadTimeDays: number;
                            /** @enum {string} */
                            taxCategory: "taxable_10" | "reduced_8" | "exempt" | "export_free" | "out_of_scope";
                            /** @enum {string} */
                            form: "goods" | "processing";
                            prices: {
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                validFrom: string;
                                validTo: string | null;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                fromQuantity: string;
                                /**
                                 * @description yen per unit, exact decimal as text
                                 * @example 148.25
                                 */
                                unitPrice: string;
                                isProvisional: boolean;
                            }[];
                            standingQuantity: string | null;
                            minimumQuantity: string | null;
                        }[];
                        payment: {
                            /** @description day of the month; 31 is its last day (末) */
                            closingDay: number;
                            paymentMonthOffset: number;
                            /** @description day of the month; 31 is its last day (末) */
                            paymentDay: number;
                            /** @enum {string} */
                            holidayShift: "previous" | "next" | "none";
                            holidayShiftAgreedInWriting: boolean;
                            /** @enum {string} */
                            closingCountsBy: "receipt" | "acceptance";
                        };
                        paymentKinds: ("transfer" | "cash" | "claim" | "promissory_note" | "offset")[];
                        deliveryTerms: string;
                        /** @enum {string} */
                        bookedAt: "shipment" | "receipt" | "acceptance";
                        defaultAcceptanceDays: number | null;
                        isOneStep: boolean;
                        tolerance: {
                            overPercent: string;
                            underPercent: string;
                        };
                        /** @enum {string} */
                        inspection: "none" | "sampling" | "full";
                        /** @enum {string} */
                        invoiceIssuer: "seller" | "buyer";
                        acknowledgedAfterDays: number | null;
                        /** @enum {string} */
                        invoicing: "by_closing" | "single";
                        /** @enum {string} */
                        taxRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        amountRounding: "down" | "half_up" | "up";
                        /** @enum {string} */
                        suppliedMaterial: "none" | "free";
                        /** @enum {string} */
                        lossBorneBy: "buyer" | "seller";
                        standing: {
                            maxQuantity: string | null;
                            minLeadTimeDays: number;
                            allowsProvisionalPrice: boolean;
                        } | null;
                        milestonesShown: ("confirmed" | "material_ready" | "started" | "share_done" | "finished" | "shipped" | "received" | "accepted")[];
                    };
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
                        /** @enum {string} */
                        applicability: "applies" | "does_not_apply" | "unknown";
                        findings: {
                            /** @enum {string} */
                            severity: "error" | "warning";
                            code: string;
                            values?: {
                                [key: string]: string | number;
                            };
                            field?: string;
                        }[];
                        isShared: boolean;
                        partnerName: string;
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
    postAgreementDraftsByIdPropose: {
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
                        /** Format: uuid */
                        agreementId: string;
                        /** @enum {string} */
                        state: "proposed" | "active";
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
    postAgreementDraftsByIdDiscard: {
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
                        done: boolean;
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
    getPriceListsTemplate: {
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
    getPriceListsExport: {
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
    postPriceListsImportPreview: {
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
    postPriceListsImport: {
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
    getStocktakes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                state?: "open" | "posted" | "cancelled";
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
                        rows: components["schemas"]["Stocktake"][];
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
    postStocktakes: {
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
                    countedOn: string;
                    /**
                     * Format: uuid
                     * @description absent: every place
                     */
                    placeId?: string;
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
                    "application/json": components["schemas"]["StocktakeDocument"];
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
    getStocktakesById: {
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
                    "application/json": components["schemas"]["StocktakeDocument"];
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
    getStocktakesByIdLines: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                only?: "uncounted" | "different";
                placeId?: string;
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
                        rows: components["schemas"]["StocktakeLine"][];
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
    postStocktakesByIdLines: {
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
                    item: string;
                    /**
                     * Format: uuid
                     * @description absent: the stocktake's own place
                     */
                    placeId?: string;
                    lot?: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    counted: string;
                    /** @default null */
                    cause?: ("unrecorded_issue" | "unrecorded_receipt" | "wrong_place" | "unit_mistake" | "damage" | "loss" | "unknown") | null;
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
                        lineNumber: number;
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
    postStocktakesByIdCounts: {
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
                    lines: {
                        lineNumber: number;
                        counted: string | null;
                        /** @default null */
                        cause?: ("unrecorded_issue" | "unrecorded_receipt" | "wrong_place" | "unit_mistake" | "damage" | "loss" | "unknown") | null;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    }[];
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
                        counted: number;
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
    postStocktakesByIdPost: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /**
                     * @description lines nobody counted keep what the ledger says
                     * @default false
                     */
                    leavesUncounted?: boolean;
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
                    "application/json": components["schemas"]["StocktakeDocument"];
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
    postStocktakesByIdCancel: {
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
                    "application/json": components["schemas"]["StocktakeDocument"];
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
    getOpeningStockTemplate: {
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
    getOpeningStockExport: {
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
    postOpeningStockImportPreview: {
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
    postOpeningStockImport: {
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
    getTrades: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what I sell, B: what I buy */
                side: "S" | "B";
                state?: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                partnerId?: string;
                /** @description ordered on or after */
                dayFrom?: string;
                /** @description ordered on or before */
                dayTo?: string;
                open?: "yes" | "no";
                history?: "yes" | "no";
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
                            /**
                             * @description S: what I sell, B: what I buy
                             * @enum {string}
                             */
                            side: "S" | "B";
                            /** @description the issuer's number, as both sides say it */
                            number: string;
                            ownNumber: string;
                            outsideNumber: string;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                            partnerId: string | null;
                            partnerName: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            orderedOn: string;
                            wantedOn: string | null;
                            promisedOn: string | null;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
                            isDone: boolean;
                            isLate: boolean;
                            chainId: string | null;
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
    getTradeLines: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what I sell, B: what I buy */
                side: "S" | "B";
                state?: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                partnerId?: string;
                itemId?: string;
                /** @description wanted on or after */
                dayFrom?: string;
                /** @description wanted on or before */
                dayTo?: string;
                show?: "all" | "open" | "late" | "to_ship" | "to_receive";
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
                            tradeId: string;
                            lineNumber: number;
                            number: string;
                            ownNumber: string;
                            partnerId: string | null;
                            partnerName: string;
                            itemId: string | null;
                            code: string;
                            description: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            unit: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            wantedOn: string;
                            promisedOn: string | null;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            shipped: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            received: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            accepted: string;
                            isOpen: boolean;
                            isLate: boolean;
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
    getTradesById: {
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
                    "application/json": components["schemas"]["TradeDocument"];
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
    getDeliveries: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what I sell, B: what I buy */
                side: "S" | "B";
                state?: "shipped" | "received" | "judged";
                partnerId?: string;
                dayFrom?: string;
                dayTo?: string;
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
                            /**
                             * @description S: what I sell, B: what I buy
                             * @enum {string}
                             */
                            side: "S" | "B";
                            number: string;
                            ownNumber: string;
                            partnerId: string | null;
                            partnerName: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            shippedOn: string;
                            expectedOn: string | null;
                            receivedOn: string | null;
                            judgedOn: string | null;
                            /** @enum {string} */
                            state: "shipped" | "received" | "judged";
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
    getDeliveriesById: {
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
                    "application/json": components["schemas"]["DeliveryDocument"];
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
    getOpenLines: {
        parameters: {
            query: {
                partnerId?: string;
                /** @description S: what I sell, B: what I buy */
                side: "S" | "B";
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
                            tradeId: string;
                            lineNumber: number;
                            number: string;
                            outsideNumber: string;
                            partnerId: string | null;
                            partnerName: string;
                            itemId: string | null;
                            code: string;
                            description: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            open: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            wantedOn: string;
                            promisedOn: string | null;
                            isLotTracked: boolean;
                            available: string | null;
                            lots: {
                                /** Format: uuid */
                                lotId: string;
                                code: string;
                                /** Format: uuid */
                                placeId: string;
                                placeName: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                quantity: string;
                            }[];
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
    getOrderItems: {
        parameters: {
            query: {
                /** @description S: what I sell, B: what I buy */
                side: "S" | "B";
                partnerId?: string;
                search?: string;
                limit?: number;
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
                            code: string;
                            name: string;
                            unit: string;
                            isAgreed: boolean;
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
    getPartnerPage: {
        parameters: {
            query: {
                token: string;
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
                    "application/json": components["schemas"]["PartnerPage"];
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
    postPartnerPageAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    accepts: boolean;
                    promisedOn: string | null;
                    name: string;
                    words: string;
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
                        taken: boolean;
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
    getSalesOrdersTemplate: {
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
    getSalesOrdersExport: {
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
    postSalesOrdersImportPreview: {
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
    postSalesOrdersImport: {
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
    getSalesDrafts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: string;
                state?: "draft" | "approved" | "sent" | "discarded";
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
                            kind: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            title: string;
                            lineCount: number;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            sentId: string | null;
                            updatedAt: string;
                            createdBy: string;
                            version: number;
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
    postSalesDrafts: {
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
                    /** @enum {string} */
                    kind: "sales_order" | "quotation";
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getSalesDraftsById: {
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "sales_order" | "quotation";
                        number: string;
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "discarded";
                        sentId: string | null;
                        updatedAt: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        body: {
                            partnerId: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            orderedOn: string;
                            validUntil: string | null;
                            outsideNumber: string;
                            title: string;
                            deliverTo: string;
                            /** @enum {string} */
                            form: "goods" | "processing";
                            lines: {
                                item: string;
                                description: string;
                                quantity: string;
                                unit: string;
                                unitPrice: string;
                                wantedOn: string;
                            }[];
                        };
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
    putSalesDraftsById: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
    postSalesDraftsPreview: {
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
                    kind: "sales_order" | "quotation";
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
                        lines: {
                            index: number;
                            code?: string;
                            description?: string;
                            unit?: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice?: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen?: string;
                            priceReason?: {
                                /** @enum {string} */
                                source: "agreement" | "master" | "typed" | "open";
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                listFrom?: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                fromQuantity?: string;
                                nextBreak?: {
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    fromQuantity: string;
                                    /**
                                     * @description yen per unit, exact decimal as text
                                     * @example 148.25
                                     */
                                    unitPrice: string;
                                } | null;
                            };
                            isStanding: boolean;
                            reasons: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
                            refusals: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
                        }[];
                        refusals: {
                            code: string;
                            values?: {
                                [key: string]: string | number;
                            };
                            field?: string;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        netYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
                        taxes: {
                            ratePercent: number;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            netYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            taxYen: string;
                        }[];
                        partnerName: string | null;
                        isShared: boolean;
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
    postSalesDraftsByIdSend: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /** @default false */
                    isConfirmed?: boolean;
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
                        /** Format: uuid */
                        tradeId: string;
                        number: string;
                        /** @enum {string} */
                        state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        lines: {
                            lineNumber: number;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                            reasons: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
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
    postSalesDraftsByIdDiscard: {
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
                        done: boolean;
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
    postSalesOrdersByIdLinesMove: {
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
                    lines: {
                        lineNumber: number;
                        /** @enum {string} */
                        seen: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        /** @enum {string} */
                        to: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        promisedOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validUntil?: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        unitPrice?: string;
                        reason?: string;
                    }[];
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
                        lines: {
                            lineNumber: number;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
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
    postSalesOrdersByIdChanges: {
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
                    reason: string;
                    /**
                     * @description whole yen as text
                     * @default 0
                     * @example 1200
                     */
                    costYen?: string;
                    /** @default null */
                    expiresOn?: string | null;
                    lines: {
                        lineNumber: number;
                        seenRevision: number;
                        isCancel?: boolean;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity?: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        unitPrice?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        wantedOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        promisedOn?: string;
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
                        /** Format: uuid */
                        changeId: string;
                        number: string;
                        /** @enum {string} */
                        state: "proposed" | "agreed";
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
    postSalesOrdersByIdChangesByChangeIdAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "agreed" | "declined" | "countered" | "withdrawn";
                    /** @default  */
                    words?: string;
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
                        done: boolean;
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
    postSalesOrdersByIdLinks: {
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
                    /** @default 30 */
                    days?: number;
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
                        /** Format: uuid */
                        id: string;
                        token: string;
                        expiresAt: string;
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
    postSalesOrdersByIdLinksByLinkIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                linkId: string;
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
                        done: boolean;
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
    postShipments: {
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
                    shippedOn: string;
                    /** @default null */
                    expectedOn?: string | null;
                    /** @default  */
                    carrier?: string;
                    /** @default  */
                    note?: string;
                    lines: {
                        /** Format: uuid */
                        tradeId: string;
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        /** Format: uuid */
                        lotId?: string;
                        /** Format: uuid */
                        placeId?: string;
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
                        /** Format: uuid */
                        deliveryId: string;
                        number: string;
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
    postOutgoingDeliveriesByIdReceive: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    receivedOn: string;
                    lines?: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                    }[];
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
                        /** Format: uuid */
                        deliveryId: string;
                        isAccepted: boolean;
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
    postOutgoingDeliveriesByIdJudge: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    judgedOn: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        accepted?: string;
                        specially?: {
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice: string;
                            reason: string;
                        };
                        rejected?: {
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            reason: string;
                        };
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        acceptedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
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
    postOutgoingDeliveriesByIdReturn: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    returnedOn: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        reason: string;
                        /** Format: uuid */
                        placeId?: string;
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        returnedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
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
    getPurchaseOrdersTemplate: {
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
    getPurchaseOrdersExport: {
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
    postPurchaseOrdersImportPreview: {
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
    postPurchaseOrdersImport: {
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
    getPurchaseDrafts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: string;
                state?: "draft" | "approved" | "sent" | "discarded";
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
                            kind: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            title: string;
                            lineCount: number;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            sentId: string | null;
                            updatedAt: string;
                            createdBy: string;
                            version: number;
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
    postPurchaseDrafts: {
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
                    /** @enum {string} */
                    kind: "purchase_order" | "enquiry";
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getPurchaseDraftsById: {
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
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "purchase_order" | "enquiry";
                        number: string;
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "discarded";
                        sentId: string | null;
                        updatedAt: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        body: {
                            partnerId: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            orderedOn: string;
                            validUntil: string | null;
                            outsideNumber: string;
                            title: string;
                            deliverTo: string;
                            /** @enum {string} */
                            form: "goods" | "processing";
                            lines: {
                                item: string;
                                description: string;
                                quantity: string;
                                unit: string;
                                unitPrice: string;
                                wantedOn: string;
                            }[];
                        };
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
    putPurchaseDraftsById: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
    postPurchaseDraftsPreview: {
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
                    kind: "purchase_order" | "enquiry";
                    body: {
                        partnerId: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        orderedOn: string;
                        validUntil: string | null;
                        outsideNumber: string;
                        title: string;
                        deliverTo: string;
                        /** @enum {string} */
                        form: "goods" | "processing";
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            unitPrice: string;
                            wantedOn: string;
                        }[];
                    };
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
                        lines: {
                            index: number;
                            code?: string;
                            description?: string;
                            unit?: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice?: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen?: string;
                            priceReason?: {
                                /** @enum {string} */
                                source: "agreement" | "master" | "typed" | "open";
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                listFrom?: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                fromQuantity?: string;
                                nextBreak?: {
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    fromQuantity: string;
                                    /**
                                     * @description yen per unit, exact decimal as text
                                     * @example 148.25
                                     */
                                    unitPrice: string;
                                } | null;
                            };
                            isStanding: boolean;
                            reasons: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
                            refusals: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
                        }[];
                        refusals: {
                            code: string;
                            values?: {
                                [key: string]: string | number;
                            };
                            field?: string;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        netYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
                        taxes: {
                            ratePercent: number;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            netYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            taxYen: string;
                        }[];
                        partnerName: string | null;
                        isShared: boolean;
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
    postPurchaseDraftsByIdSend: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /** @default false */
                    isConfirmed?: boolean;
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
                        /** Format: uuid */
                        tradeId: string;
                        number: string;
                        /** @enum {string} */
                        state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        lines: {
                            lineNumber: number;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                            reasons: {
                                code: string;
                                values?: {
                                    [key: string]: string | number;
                                };
                                field?: string;
                            }[];
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
    postPurchaseDraftsByIdDiscard: {
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
                        done: boolean;
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
    postPurchaseOrdersByIdLinesMove: {
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
                    lines: {
                        lineNumber: number;
                        /** @enum {string} */
                        seen: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        /** @enum {string} */
                        to: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        promisedOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        validUntil?: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        unitPrice?: string;
                        reason?: string;
                    }[];
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
                        lines: {
                            lineNumber: number;
                            /** @enum {string} */
                            state: "enquiry" | "quoted" | "placed" | "confirmed" | "declined" | "countered" | "cancelled" | "expired" | "withdrawn";
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
    postPurchaseOrdersByIdChanges: {
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
                    reason: string;
                    /**
                     * @description whole yen as text
                     * @default 0
                     * @example 1200
                     */
                    costYen?: string;
                    /** @default null */
                    expiresOn?: string | null;
                    lines: {
                        lineNumber: number;
                        seenRevision: number;
                        isCancel?: boolean;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity?: string;
                        /**
                         * @description yen per unit, exact decimal as text
                         * @example 148.25
                         */
                        unitPrice?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        wantedOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        promisedOn?: string;
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
                        /** Format: uuid */
                        changeId: string;
                        number: string;
                        /** @enum {string} */
                        state: "proposed" | "agreed";
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
    postPurchaseOrdersByIdChangesByChangeIdAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "agreed" | "declined" | "countered" | "withdrawn";
                    /** @default  */
                    words?: string;
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
                        done: boolean;
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
    postPurchaseOrdersByIdLinks: {
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
                    /** @default 30 */
                    days?: number;
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
                        /** Format: uuid */
                        id: string;
                        token: string;
                        expiresAt: string;
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
    postPurchaseOrdersByIdLinksByLinkIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                linkId: string;
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
                        done: boolean;
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
    postArrivals: {
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
                    receivedOn: string;
                    /** @default  */
                    supplierNumber?: string;
                    /** @default  */
                    note?: string;
                    lines: {
                        /** Format: uuid */
                        tradeId: string;
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        lotCode?: string;
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
                        /** Format: uuid */
                        deliveryId: string;
                        number: string;
                        isAccepted: boolean;
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
    postArrivalsByIdReceive: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    receivedOn: string;
                    lines?: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                    }[];
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
                        /** Format: uuid */
                        deliveryId: string;
                        isAccepted: boolean;
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
    postArrivalsByIdJudge: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    judgedOn: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        accepted?: string;
                        specially?: {
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description yen per unit, exact decimal as text
                             * @example 148.25
                             */
                            unitPrice: string;
                            reason: string;
                        };
                        rejected?: {
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            reason: string;
                        };
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        acceptedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
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
    postArrivalsByIdReturn: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    returnedOn: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        reason: string;
                        /** Format: uuid */
                        placeId?: string;
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        returnedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        taxYen: string;
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
    getPurchaseRequests: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: string;
                state?: "draft" | "approved" | "sent" | "discarded";
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
                            kind: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            title: string;
                            lineCount: number;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            sentId: string | null;
                            updatedAt: string;
                            createdBy: string;
                            version: number;
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
    postPurchaseRequests: {
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
                    title: string;
                    reason: string;
                    lines: {
                        item: string;
                        description: string;
                        quantity: string;
                        unit: string;
                        wantedOn: string;
                        partnerId: string | null;
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getPurchaseRequestsById: {
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
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /** @enum {string} */
                        state: "draft" | "approved" | "sent" | "discarded";
                        sentId: string | null;
                        createdBy: string;
                        updatedAt: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        body: {
                            title: string;
                            reason: string;
                            lines: {
                                item: string;
                                description: string;
                                quantity: string;
                                unit: string;
                                wantedOn: string;
                                partnerId: string | null;
                            }[];
                        };
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
    putPurchaseRequestsById: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    body: {
                        title: string;
                        reason: string;
                        lines: {
                            item: string;
                            description: string;
                            quantity: string;
                            unit: string;
                            wantedOn: string;
                            partnerId: string | null;
                        }[];
                    };
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
    postPurchaseRequestsByIdApprove: {
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
    postPurchaseRequestsByIdDiscard: {
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
                        done: boolean;
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
    postPurchaseRequestsOrder: {
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
                    requests: {
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    }[];
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
                        drafts: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerName: string;
                            lineCount: number;
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
    getWorkOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                state?: "open" | "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                itemId?: string;
                workCenterId?: string;
                dueFrom?: string;
                dueTo?: string;
                isLate?: string;
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
                            number: string;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            completed: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            scrapped: string;
                            /** @enum {string} */
                            state: "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            dueOn: string;
                            isLate: boolean;
                            /** @description share of the work done, 0 to 1 */
                            share: string;
                            tradeNumber: string | null;
                            partnerName: string | null;
                            isRework: boolean;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postWorkOrders: {
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
                    /** Format: uuid */
                    itemId: string;
                    /**
                     * @description good pieces wanted
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    startOn?: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    dueOn: string;
                    /** Format: uuid */
                    tradeId?: string;
                    tradeLineNumber?: number;
                    lotCode?: string;
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
                        workOrders: {
                            /** Format: uuid */
                            id: string;
                            number: string;
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
    getWorkOrdersById: {
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
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /** Format: uuid */
                        itemId: string;
                        itemCode: string;
                        itemName: string;
                        unit: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        completed: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        scrapped: string;
                        /** @enum {string} */
                        state: "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        startOn: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        dueOn: string;
                        isLate: boolean;
                        /** @description share of the work done, 0 to 1 */
                        share: string;
                        tradeNumber: string | null;
                        partnerName: string | null;
                        isRework: boolean;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                        tradeId: string | null;
                        tradeLineNumber: number | null;
                        chainId: string | null;
                        lotCode: string;
                        isLotTracked: boolean;
                        needsInspection: boolean;
                        isProcessing: boolean;
                        note: string;
                        originWorkOrder: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                        } | null;
                        releasedAt: string | null;
                        closedAt: string | null;
                        /**
                         * @description good pieces of the last operation not yet in stock
                         * @example 12.5
                         */
                        readyToComplete: string;
                        /**
                         * @description work in process of this order
                         * @example 1200
                         */
                        heldYen: string;
                        operations: {
                            operationNumber: number;
                            name: string;
                            workCenterId: string | null;
                            workCenterName: string | null;
                            /**
                             * @description minutes as decimal text
                             * @example 12.5
                             */
                            setupMinutes: string;
                            /**
                             * @description minutes as decimal text
                             * @example 12.5
                             */
                            runMinutesPerUnit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            plannedQuantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            good: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            scrap: string;
                            /**
                             * @description minutes as decimal text
                             * @example 12.5
                             */
                            workedMinutes: string;
                            needsInspection: boolean;
                            /** @enum {string} */
                            state: "waiting" | "ready" | "running" | "paused" | "done";
                            plannedStartOn: string | null;
                            plannedFinishOn: string | null;
                            /** @description at work right now */
                            people: string[];
                            outside: {
                                /** Format: uuid */
                                partnerId: string;
                                partnerName: string;
                                tradeId: string | null;
                                tradeNumber: string | null;
                                state: string | null;
                                wantedOn: string | null;
                                promisedOn: string | null;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                shipped: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                accepted: string;
                                /** @description the partner's progress, where its agreement shows milestones */
                                share: string | null;
                            } | null;
                        }[];
                        materials: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            operationNumber: number | null;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            required: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            issued: string;
                            /**
                             * @description stands at the subcontractor, not yet consumed
                             * @example 12.5
                             */
                            freeIssued: string;
                            /**
                             * @description in own stock and promised to nobody else
                             * @example 12.5
                             */
                            free: string;
                            isBackflushed: boolean;
                        }[];
                        reports: {
                            /** Format: uuid */
                            id: string;
                            operationNumber: number;
                            /** @enum {string} */
                            kind: "start" | "pause" | "resume" | "good" | "scrap" | "rework" | "done";
                            quantity: string | null;
                            reason: string;
                            personName: string | null;
                            minutes: string | null;
                            reportedAt: string;
                        }[];
                        costs: {
                            /** @enum {string} */
                            kind: "material" | "labor" | "machine" | "outside" | "output" | "scrap_value" | "loss";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            happenedOn: string;
                            note: string;
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
    putWorkOrdersById: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    startOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    dueOn: string;
                    lotCode: string;
                    note: string;
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
    postWorkOrdersRelease: {
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
                    orders: {
                        /** Format: uuid */
                        id: string;
                        /** @description counts the changes of a record; send back the one you read */
                        version: number;
                    }[];
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
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
                        }[];
                        outsideOrders: {
                            operationNumber: number;
                            /** Format: uuid */
                            tradeId: string;
                            number: string;
                            state: string;
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
    postWorkOrdersByIdRelease: {
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
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
                        }[];
                        outsideOrders: {
                            operationNumber: number;
                            /** Format: uuid */
                            tradeId: string;
                            number: string;
                            state: string;
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
    postWorkOrdersByIdIssue: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn?: string;
                    lines: {
                        lineNumber?: number;
                        /**
                         * Format: uuid
                         * @description a material the order does not name yet
                         */
                        itemId?: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        /** Format: uuid */
                        placeId?: string;
                        /** Format: uuid */
                        lotId?: string;
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        costYen: string;
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
    postWorkOrdersByIdReturnIssue: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn?: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        /** Format: uuid */
                        placeId?: string;
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        costYen: string;
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
    postWorkOrdersByIdReport: {
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
                    operationNumber: number;
                    /** @enum {string} */
                    kind: "start" | "pause" | "resume" | "good" | "scrap" | "rework" | "done";
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity?: string;
                    reason?: string;
                    /**
                     * @description minutes as decimal text
                     * @example 12.5
                     */
                    minutes?: string;
                    /** Format: uuid */
                    personId?: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    reportedOn?: string;
                    allowsOver?: boolean;
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
                        /** @enum {string} */
                        operationState: "waiting" | "ready" | "running" | "paused" | "done";
                        /** @enum {string} */
                        orderState: "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        good: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        scrap: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        completed: string;
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
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
    postWorkOrdersByIdReportThrough: {
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
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    reportedOn?: string;
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
                        /** @enum {string} */
                        operationState: "waiting" | "ready" | "running" | "paused" | "done";
                        /** @enum {string} */
                        orderState: "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        good: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        scrap: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        completed: string;
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
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
    postWorkOrdersByIdComplete: {
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
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    completedOn?: string;
                    lotCode?: string;
                    /** Format: uuid */
                    placeId?: string;
                    /** @description nothing more will come; the pieces take all the order holds */
                    isFinal?: boolean;
                    /** @description scrap of worth that goes into stock */
                    recovered?: {
                        /** Format: uuid */
                        itemId: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        valueYen: string;
                    }[];
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        costYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        lossYen: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        allocated: string;
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
    postWorkOrdersByIdEnd: {
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
                    "application/json": Record<string, never>;
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
    postWorkOrdersByIdClose: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    onDate?: string;
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        lossYen: string;
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
    postWorkOrdersByIdCancel: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    onDate?: string;
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        lossYen: string;
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
    postWorkOrdersByIdRework: {
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
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    dueOn: string;
                    note?: string;
                    operations: {
                        name: string;
                        /** Format: uuid */
                        workCenterId: string;
                        /**
                         * @description minutes as decimal text
                         * @example 12.5
                         */
                        setupMinutes?: string;
                        /**
                         * @description minutes as decimal text
                         * @example 12.5
                         */
                        runMinutesPerUnit?: string;
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
                        workOrders: {
                            /** Format: uuid */
                            id: string;
                            number: string;
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
    postWorkOrdersByIdOperationsByOperationSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                operation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn?: string;
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
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
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
    postWorkOrdersByIdTakeBack: {
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
                    lineNumber: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    movedOn?: string;
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        costYen: string;
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
    postWorkOrdersByIdLost: {
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
                    lineNumber: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    happenedOn?: string;
                    reason: string;
                    /**
                     * @description what the subcontractor must replace, by agreement
                     * @example 1200
                     */
                    claimYen?: string;
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
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        costYen: string;
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
    getProductionBoard: {
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
                        workCenters: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                            /**
                             * @description minutes as decimal text
                             * @example 12.5
                             */
                            openMinutes: string;
                            minutesPerDay: number;
                            operations: {
                                /** Format: uuid */
                                workOrderId: string;
                                number: string;
                                operationNumber: number;
                                operationName: string;
                                itemCode: string;
                                itemName: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                open: string;
                                unit: string;
                                /**
                                 * @description minutes as decimal text
                                 * @example 12.5
                                 */
                                minutes: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                dueOn: string;
                                isLate: boolean;
                                /** @enum {string} */
                                state: "waiting" | "ready" | "running" | "paused" | "done";
                                people: string[];
                            }[];
                        }[];
                        outside: {
                            partnerName: string;
                            /** Format: uuid */
                            workOrderId: string;
                            number: string;
                            operationNumber: number;
                            operationName: string;
                            itemName: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            accepted: string;
                            unit: string;
                            promisedOn: string | null;
                            wantedOn: string | null;
                            isLate: boolean;
                            state: string | null;
                            share: string | null;
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
    getProductionUnmadeLines: {
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
                        rows: {
                            /** Format: uuid */
                            tradeId: string;
                            lineNumber: number;
                            tradeNumber: string;
                            partnerName: string;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description already in work orders of this line
                             * @example 12.5
                             */
                            ordered: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            dueOn: string;
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
    postProductionMakeLines: {
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
                    lines: {
                        /** Format: uuid */
                        tradeId: string;
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
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
                        workOrders: {
                            /** Format: uuid */
                            id: string;
                            number: string;
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
    getProductionItems: {
        parameters: {
            query?: {
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
                            code: string;
                            name: string;
                            unit: string;
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
    getFloorWorkers: {
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
                        people: {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            name: string;
                            isLocked: boolean;
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
    postFloorSignIn: {
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
                    /** Format: uuid */
                    personId: string;
                    pin: string;
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
                        /** @enum {string} */
                        result: "signed_in";
                        token: string;
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    } | {
                        /** @enum {string} */
                        result: "wrong_pin";
                        attemptsLeft: number;
                    } | {
                        /** @enum {string} */
                        result: "locked";
                        untilAt: string;
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
    getFloorJobs: {
        parameters: {
            query?: {
                /** @description number of a work order, with -operation behind it */
                scan?: string;
                personId?: string;
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
                        jobs: {
                            /** Format: uuid */
                            workOrderId: string;
                            number: string;
                            operationNumber: number;
                            operationName: string;
                            workCenterName: string | null;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            plannedQuantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            good: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            scrap: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            open: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            dueOn: string;
                            isLate: boolean;
                            /** @enum {string} */
                            state: "waiting" | "ready" | "running" | "paused" | "done";
                            people: string[];
                            isMine: boolean;
                            note: string;
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
    postFloorReport: {
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
                    token: string;
                    /** Format: uuid */
                    workOrderId: string;
                    operationNumber: number;
                    /** @enum {string} */
                    kind: "start" | "pause" | "resume" | "good" | "scrap" | "rework" | "done";
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity?: string;
                    reason?: string;
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
                        /** @enum {string} */
                        operationState: "waiting" | "ready" | "running" | "paused" | "done";
                        /** @enum {string} */
                        orderState: "planned" | "released" | "started" | "completed" | "closed" | "cancelled";
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        good: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        scrap: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        completed: string;
                        shortages: {
                            lineNumber: number;
                            /** Format: uuid */
                            itemId: string;
                            itemCode: string;
                            itemName: string;
                            unit: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            wanted: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            lacking: string;
                        }[];
                        at: string;
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
    getPlanRunsLatest: {
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
                        current: components["schemas"]["PlanRun"] | null;
                        latest: components["schemas"]["PlanRun"] | null;
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
    postPlanRuns: {
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
                     * @description today when absent
                     * @example 2026-11-23
                     */
                    planFrom?: string;
                    /** @default 365 */
                    horizonDays?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanRun"];
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
    getPlannedOrders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                supply?: "make" | "buy" | "subcontract";
                itemId?: string;
                partnerId?: string;
                isPastDue?: string;
                state?: "open" | "proposed" | "edited" | "converted" | "discarded" | "all";
                startFrom?: string;
                startTo?: string;
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
                        rows: components["schemas"]["PlannedOrder"][];
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
    getPlannedOrdersByRunIdBySeqExplanation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
                seq: number;
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
                        order: components["schemas"]["PlannedOrder"];
                        because: components["schemas"]["PegStep"][];
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        beyondNeed: string;
                        demands: {
                            /** @enum {string} */
                            kind: "purchase" | "work_order" | "step" | "sales" | "forecast";
                            /** Format: uuid */
                            id: string;
                            line: number | null;
                            number: string;
                            partnerName: string | null;
                            /** @description of a trade: whose order it is to open */
                            side: ("S" | "B") | null;
                            /** Format: uuid */
                            itemId: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            neededOn: string;
                        }[];
                        /** @description the chains are longer than told */
                        isCut: boolean;
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
    patchPlannedOrdersByRunIdBySeq: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                runId: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    startOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    dueOn: string;
                    partnerId: string | null;
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
                    "application/json": components["schemas"]["PlannedOrder"];
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
    postPlannedOrdersDiscard: {
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
                    /** Format: uuid */
                    runId: string;
                    seqs: number[];
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
                        count: number;
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
    postPlannedOrdersConversionPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    runId: string;
                    choices: {
                        seq: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        startOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        dueOn?: string;
                        /** Format: uuid */
                        partnerId?: string;
                    }[];
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
                        documents: {
                            /** @enum {string} */
                            kind: "work_order" | "purchase_order" | "subcontract_order";
                            partnerId: string | null;
                            partnerName: string | null;
                            /** @description the partner sees the order at once */
                            isShared: boolean;
                            lines: {
                                seq: number;
                                /** Format: uuid */
                                itemId: string;
                                /** @description a code people type, unique within its company */
                                itemCode: string;
                                /** @description a code people type, unique within its company */
                                unit: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                startOn: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                dueOn: string;
                                /** @description the value chain it is bound to */
                                orderKey: string | null;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                quantity: string;
                                notices: ({
                                    /** @enum {string} */
                                    kind: "starts_in_past";
                                    /**
                                     * Format: date
                                     * @example 2026-11-23
                                     */
                                    wantedStartOn: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "less_than_needed";
                                    /**
                                     * @description exact decimal as text, up to 6 decimals
                                     * @example 12.5
                                     */
                                    lacking: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "later_than_needed";
                                    /**
                                     * Format: date
                                     * @example 2026-11-23
                                     */
                                    neededOn: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "needed_by_unconverted";
                                    seqs: number[];
                                })[];
                                /** @description in the unit it is bought in */
                                orderedQuantity: string | null;
                                orderedUnit: string | null;
                                unitPrice: string | null;
                                amountYen: string | null;
                                /** @description why it cannot be converted as it is */
                                refusals: {
                                    code: string;
                                    values?: {
                                        [key: string]: string | number;
                                    };
                                    field?: string;
                                }[];
                            }[];
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
    postPlannedOrdersConvert: {
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
                    /** Format: uuid */
                    runId: string;
                    choices: {
                        seq: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        startOn?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        dueOn?: string;
                        /** Format: uuid */
                        partnerId?: string;
                    }[];
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
                        workOrders: {
                            seq: number;
                            /** Format: uuid */
                            id: string;
                            number: string;
                        }[];
                        trades: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerName: string;
                            seqs: number[];
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
    getPlanExceptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: "past_due_start" | "expedite" | "delay" | "cancel" | "shortfall" | "no_bom" | "below_safety" | "overdue_receipt" | "beyond_horizon" | "negative_stock";
                itemId?: string;
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
                            runId: string;
                            seq: number;
                            /** @enum {string} */
                            kind: "past_due_start" | "expedite" | "delay" | "cancel" | "shortfall" | "no_bom" | "below_safety" | "overdue_receipt" | "beyond_horizon" | "negative_stock";
                            /** Format: uuid */
                            itemId: string;
                            /** @description a code people type, unique within its company */
                            itemCode: string;
                            itemName: string;
                            /** @description a code people type, unique within its company */
                            unit: string;
                            subject: ({
                                /** @enum {string} */
                                kind: "planned";
                                seq: number;
                            } | {
                                /** @enum {string} */
                                kind: "purchase" | "work_order" | "step" | "sales" | "forecast";
                                /** Format: uuid */
                                id: string;
                                line: number | null;
                                number: string;
                                partnerName: string | null;
                                /** @description of a trade: whose order it is to open */
                                side: ("S" | "B") | null;
                            }) | null;
                            orderKey: string | null;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            wantedDate: string | null;
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
    getPlanItemsByItemIdTimeline: {
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
                        /** @description a code people type, unique within its company */
                        itemCode: string;
                        itemName: string;
                        /** @description a code people type, unique within its company */
                        unit: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        planFrom: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        planTo: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        onHand: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        safetyStock: string;
                        events: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            onDate: string;
                            /** @enum {string} */
                            what: "receipt" | "demand" | "planned_receipt" | "planned_need";
                            /**
                             * @description negative when it goes
                             * @example 12.5
                             */
                            quantity: string;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            balance: string;
                            /** @description the planned order that brings or needs it */
                            seq: number | null;
                            /** @description what that planned order makes */
                            orderItemCode: string | null;
                            record: {
                                /** @enum {string} */
                                kind: "purchase" | "work_order" | "step" | "sales" | "forecast";
                                /** Format: uuid */
                                id: string;
                                line: number | null;
                                number: string;
                                partnerName: string | null;
                                /** @description of a trade: whose order it is to open */
                                side: ("S" | "B") | null;
                            } | null;
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
    getForecastsTemplate: {
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
    getForecastsExport: {
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
    postForecastsImportPreview: {
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
    postForecastsImport: {
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
    getForecasts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                itemId?: string;
                partnerId?: string;
                /** @description those whose period is over too */
                isOver?: string;
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
                        rows: components["schemas"]["Forecast"][];
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
    postForecasts: {
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
                    /** Format: uuid */
                    itemId: string;
                    partnerId: string | null;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    periodFrom: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    periodTo: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /** @default false */
                    isFirm?: boolean;
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
                    "application/json": components["schemas"]["Forecast"];
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
    putForecastsById: {
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
                    /** Format: uuid */
                    itemId: string;
                    partnerId: string | null;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    periodFrom: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    periodTo: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @example 12.5
                     */
                    quantity: string;
                    /** @default false */
                    isFirm?: boolean;
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
                    "application/json": components["schemas"]["Forecast"];
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
    deleteForecastsById: {
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
                    "application/json": {
                        /** Format: uuid */
                        id: string;
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
    getInspectionsWaiting: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                itemId?: string;
                partnerId?: string;
                deliveryId?: string;
                lineNumber?: number;
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
                        rows: components["schemas"]["WaitingInspection"][];
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
    postInspectionsReceiving: {
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
                    /** Format: uuid */
                    deliveryId: string;
                    lineNumber: number;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    inspectedOn: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    accepted?: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    special?: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    rejected?: string;
                    /** @default  */
                    reason?: string;
                    /** @default [] */
                    readings?: {
                        characteristic: string;
                        /** @default null */
                        value?: string | null;
                        /** @default null */
                        isGood?: boolean | null;
                    }[];
                    /**
                     * @description yen per unit for what is taken specially; absent: the ordered price
                     * @example 148.25
                     */
                    specialPrice?: string;
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
                    "application/json": components["schemas"]["InspectionDocument"];
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
    getInspections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: "receiving" | "in_process" | "final";
                state?: "open" | "passed" | "failed" | "partly" | "special";
                itemId?: string;
                inspectedFrom?: string;
                inspectedTo?: string;
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
                        rows: components["schemas"]["Inspection"][];
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
    getInspectionsById: {
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
                    "application/json": components["schemas"]["InspectionDocument"];
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
    postInspectionsByIdJudge: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    inspectedOn: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    accepted?: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    special?: string;
                    /**
                     * @description exact decimal as text, up to 6 decimals
                     * @default 0
                     * @example 12.5
                     */
                    rejected?: string;
                    /** @default  */
                    reason?: string;
                    /** @default [] */
                    readings?: {
                        characteristic: string;
                        /** @default null */
                        value?: string | null;
                        /** @default null */
                        isGood?: boolean | null;
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
                    "application/json": components["schemas"]["InspectionDocument"];
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
    getInspectionPlans: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                kind?: "receiving" | "in_process" | "final";
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
                        rows: components["schemas"]["InspectionPlan"][];
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
    getInspectionPlansByItemIdByKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
                kind: "receiving" | "in_process" | "final";
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
                    "application/json": components["schemas"]["InspectionPlan"];
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
    putInspectionPlansByItemIdByKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                itemId: string;
                kind: "receiving" | "in_process" | "final";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    sampling: "all" | "sample" | "skip";
                    /** @default null */
                    sampleSize?: number | null;
                    characteristics: components["schemas"]["CharacteristicInput"][];
                    /** @description counts the changes of a record; send back the one you read */
                    version?: number;
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
                    "application/json": components["schemas"]["InspectionPlan"];
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
    postInspectionPlansByItemIdByKindRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                itemId: string;
                kind: "receiving" | "in_process" | "final";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
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
                        /** @enum {boolean} */
                        removed: true;
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
    getLots: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                itemId?: string;
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
                        rows: components["schemas"]["Lot"][];
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
    getLotsByIdGenealogy: {
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
                    "application/json": components["schemas"]["LotGenealogy"];
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
    getAccounts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                type?: "asset" | "liability" | "equity" | "revenue" | "expense";
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
                        rows: components["schemas"]["Account"][];
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
    postAccounts: {
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
                    nameJa: string;
                    /** @default  */
                    nameEn?: string;
                    /** @default  */
                    kana?: string;
                    /** @enum {string} */
                    type: "asset" | "liability" | "equity" | "revenue" | "expense";
                    /** @enum {string} */
                    normalSide: "debit" | "credit";
                    /** @enum {string} */
                    section: "current_assets" | "inventories" | "fixed_assets" | "current_liabilities" | "fixed_liabilities" | "net_assets" | "sales" | "cost_of_sales" | "manufacturing_material" | "manufacturing_labour" | "manufacturing_overhead" | "selling_and_administration" | "non_operating_income" | "non_operating_expense" | "extraordinary" | "income_taxes";
                    /** @default  */
                    etaxCode?: string;
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
                    "application/json": components["schemas"]["Account"];
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
    putAccountsById: {
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
                    nameJa: string;
                    /** @default  */
                    nameEn?: string;
                    /** @default  */
                    kana?: string;
                    /** @default  */
                    etaxCode?: string;
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
                    "application/json": components["schemas"]["Account"];
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
    getAccountMap: {
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
                        rows: {
                            /** @enum {string} */
                            role: "cash" | "checkingDeposit" | "bank" | "timeDeposit" | "notesReceivable" | "electronicClaims" | "receivable" | "contractAssets" | "finishedGoods" | "merchandise" | "semiFinished" | "workInProcess" | "rawMaterials" | "supplies" | "goodsShipped" | "advancePaid" | "prepaidExpenses" | "otherReceivables" | "chargedSupplyReceivables" | "suspensePaid" | "taxPaid" | "allowanceForDoubtful" | "buildings" | "structures" | "machinery" | "vehicles" | "tools" | "land" | "constructionInProgress" | "leasedAssets" | "accumulatedDepreciation" | "software" | "investmentSecurities" | "deposits" | "longTermPrepaid" | "deferredTaxAssets" | "notesPayable" | "electronicObligations" | "payable" | "shortTermLoans" | "currentLongTermLoans" | "otherPayables" | "accruedExpenses" | "incomeTaxPayable" | "consumptionTaxPayable" | "advanceReceived" | "withheldIncomeTax" | "withheldSocialInsurance" | "withheldResidentTax" | "suspenseReceived" | "taxReceived" | "bonusProvision" | "longTermLoans" | "leaseObligations" | "retirementProvision" | "capital" | "capitalReserve" | "legalReserve" | "generalReserve" | "retainedEarnings" | "openingBalance" | "salesProducts" | "salesMerchandise" | "salesProcessing" | "salesReturns" | "salesAllowances" | "costOfProducts" | "costOfMerchandise" | "costOfProcessing" | "priceVariance" | "inventoryLoss" | "inventoryGain" | "scrapLoss" | "materialLoss" | "auxiliaryMaterials" | "factorySupplies" | "wages" | "factoryBonus" | "casualWages" | "factoryLegalWelfare" | "factoryWelfare" | "factoryRetirement" | "labourApplied" | "outsideProcessing" | "electricity" | "gasAndWater" | "factoryFreight" | "factoryDepreciation" | "repairs" | "factoryRent" | "factoryInsurance" | "factoryTaxes" | "inventoryShrinkage" | "dies" | "factoryTravel" | "factoryMiscellaneous" | "machineApplied" | "directorPay" | "salaries" | "bonuses" | "legalWelfare" | "packingAndFreight" | "advertising" | "travel" | "communication" | "utilities" | "rent" | "leaseFees" | "depreciation" | "paymentFees" | "taxesAndDues" | "entertainment" | "consumables" | "miscellaneous" | "interestIncome" | "dividendIncome" | "miscellaneousIncome" | "exchangeDifference" | "interestExpense" | "noteSaleLoss" | "miscellaneousLoss" | "fixedAssetSale" | "fixedAssetRetirement" | "corporateTax" | "deferredTax";
                            /** Format: uuid */
                            accountId: string;
                            /** @description a code people type, unique within its company */
                            accountCode: string;
                            accountNameJa: string;
                            accountNameEn: string;
                            /** @enum {string} */
                            type: "asset" | "liability" | "equity" | "revenue" | "expense";
                            isInventory: boolean;
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
    putAccountMapByRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code people type, unique within its company */
                    accountCode: string;
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
                        rows: {
                            /** @enum {string} */
                            role: "cash" | "checkingDeposit" | "bank" | "timeDeposit" | "notesReceivable" | "electronicClaims" | "receivable" | "contractAssets" | "finishedGoods" | "merchandise" | "semiFinished" | "workInProcess" | "rawMaterials" | "supplies" | "goodsShipped" | "advancePaid" | "prepaidExpenses" | "otherReceivables" | "chargedSupplyReceivables" | "suspensePaid" | "taxPaid" | "allowanceForDoubtful" | "buildings" | "structures" | "machinery" | "vehicles" | "tools" | "land" | "constructionInProgress" | "leasedAssets" | "accumulatedDepreciation" | "software" | "investmentSecurities" | "deposits" | "longTermPrepaid" | "deferredTaxAssets" | "notesPayable" | "electronicObligations" | "payable" | "shortTermLoans" | "currentLongTermLoans" | "otherPayables" | "accruedExpenses" | "incomeTaxPayable" | "consumptionTaxPayable" | "advanceReceived" | "withheldIncomeTax" | "withheldSocialInsurance" | "withheldResidentTax" | "suspenseReceived" | "taxReceived" | "bonusProvision" | "longTermLoans" | "leaseObligations" | "retirementProvision" | "capital" | "capitalReserve" | "legalReserve" | "generalReserve" | "retainedEarnings" | "openingBalance" | "salesProducts" | "salesMerchandise" | "salesProcessing" | "salesReturns" | "salesAllowances" | "costOfProducts" | "costOfMerchandise" | "costOfProcessing" | "priceVariance" | "inventoryLoss" | "inventoryGain" | "scrapLoss" | "materialLoss" | "auxiliaryMaterials" | "factorySupplies" | "wages" | "factoryBonus" | "casualWages" | "factoryLegalWelfare" | "factoryWelfare" | "factoryRetirement" | "labourApplied" | "outsideProcessing" | "electricity" | "gasAndWater" | "factoryFreight" | "factoryDepreciation" | "repairs" | "factoryRent" | "factoryInsurance" | "factoryTaxes" | "inventoryShrinkage" | "dies" | "factoryTravel" | "factoryMiscellaneous" | "machineApplied" | "directorPay" | "salaries" | "bonuses" | "legalWelfare" | "packingAndFreight" | "advertising" | "travel" | "communication" | "utilities" | "rent" | "leaseFees" | "depreciation" | "paymentFees" | "taxesAndDues" | "entertainment" | "consumables" | "miscellaneous" | "interestIncome" | "dividendIncome" | "miscellaneousIncome" | "exchangeDifference" | "interestExpense" | "noteSaleLoss" | "miscellaneousLoss" | "fixedAssetSale" | "fixedAssetRetirement" | "corporateTax" | "deferredTax";
                            /** Format: uuid */
                            accountId: string;
                            /** @description a code people type, unique within its company */
                            accountCode: string;
                            accountNameJa: string;
                            accountNameEn: string;
                            /** @enum {string} */
                            type: "asset" | "liability" | "equity" | "revenue" | "expense";
                            isInventory: boolean;
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
    getAccountsTemplate: {
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
    getAccountsExport: {
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
    postAccountsImportPreview: {
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
    postAccountsImport: {
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
    getJournalEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                postingOnFrom?: string;
                postingOnTo?: string;
                kind?: string;
                sourceKind?: string;
                /** @description a code people type, unique within its company */
                accountCode?: string;
                partnerId?: string;
                /** @description part of the partner's name or its code */
                partner?: string;
                amountMin?: string;
                amountMax?: string;
                sourceId?: string;
                tradeId?: string;
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
                            number: string;
                            kind: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            eventOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            postingOn: string;
                            description: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
                            sourceKind: string;
                            sourceId: string | null;
                            tradeId: string | null;
                            partnerId: string | null;
                            partnerName: string | null;
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
    postJournalEntries: {
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
                    postingOn: string;
                    description: string;
                    lines: {
                        /** @description a code people type, unique within its company */
                        account: string;
                        debitYen?: string | null;
                        creditYen?: string | null;
                        taxCode?: ("s_taxable_10" | "s_reduced_8" | "s_exempt" | "s_export_free" | "s_out_of_scope" | "p_taxable_10" | "p_reduced_8" | "p_exempt" | "p_export_free" | "p_out_of_scope" | "pu_taxable_10" | "pu_reduced_8") | null;
                        /** @description the partner's code */
                        partner?: string | null;
                        note?: string | null;
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getJournalEntriesById: {
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
                    "application/json": components["schemas"]["JournalEntry"];
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
    postJournalEntriesByIdReverse: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    postingOn: string;
                    description?: string;
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
                        /** Format: uuid */
                        id: string;
                        number: string;
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
    getJournalEntriesTemplate: {
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
    getJournalEntriesExport: {
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
    postJournalEntriesImportPreview: {
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
    postJournalEntriesImport: {
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
    getTrialBalance: {
        parameters: {
            query: {
                /** @description a month */
                from: string;
                /** @description a month */
                to: string;
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
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        from: string;
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        to: string;
                        rows: {
                            /** @description a code people type, unique within its company */
                            accountCode: string;
                            nameJa: string;
                            nameEn: string;
                            /** @enum {string} */
                            type: "asset" | "liability" | "equity" | "revenue" | "expense";
                            /** @enum {string} */
                            section: "current_assets" | "inventories" | "fixed_assets" | "current_liabilities" | "fixed_liabilities" | "net_assets" | "sales" | "cost_of_sales" | "manufacturing_material" | "manufacturing_labour" | "manufacturing_overhead" | "selling_and_administration" | "non_operating_income" | "non_operating_expense" | "extraordinary" | "income_taxes";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            openingYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            debitYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            creditYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            closingYen: string;
                            isUnusual: boolean;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        openingYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        debitYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        creditYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        profitYen: string;
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
    getOpenItems: {
        parameters: {
            query: {
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
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
                        /**
                         * @description S: what customers owe, B: what I owe suppliers
                         * @enum {string}
                         */
                        side: "S" | "B";
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        asOf: string;
                        rows: {
                            partnerId: string | null;
                            partnerCode: string;
                            partnerName: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            unbilledYen: string;
                            /**
                             * @description opening balances and entries by hand
                             * @example 1200
                             */
                            otherYen: string;
                            amounts: {
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                not_due: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                days_1_30: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                days_31_60: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                days_61_90: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                over_90: string;
                            };
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
                            nextDueOn: string | null;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        totalYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        overdueYen: string;
                        /**
                         * @description balance of the control account, owed plus
                         * @example 1200
                         */
                        accountYen: string;
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
    getTaxSummary: {
        parameters: {
            query: {
                /** @description a month */
                from: string;
                /** @description a month */
                to: string;
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
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        from: string;
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        to: string;
                        rows: {
                            taxCode: string;
                            /** @enum {string} */
                            side: "sale" | "purchase";
                            deductiblePercent: number | null;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            baseYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            taxYen: string;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        receivedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        paidYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        differenceYen: string;
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
    getCostStatement: {
        parameters: {
            query: {
                /** @description a month */
                from: string;
                /** @description a month */
                to: string;
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
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        from: string;
                        /**
                         * @description a month
                         * @example 2026-11
                         */
                        to: string;
                        material: {
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            openingYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            purchasedYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            otherDecreaseYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            closingYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            usedYen: string;
                        };
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        otherStockUsedYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        labourYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        outsideProcessingYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        machineYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        expensesYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        totalManufacturingYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        openingWorkInProcessYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        closingWorkInProcessYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        transferredYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        manufacturedYen: string;
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
    getCashForecast: {
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
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        asOf: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        cashYen: string;
                        weeks: {
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startsOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            endsOn: string;
                            /** @description what is past its day and still open */
                            isOverdue: boolean;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            inYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            inUnbilledYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            outYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            outUnbilledYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            balanceYen: string;
                        }[];
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        laterInYen: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        laterOutYen: string;
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
    getAccountingSummary: {
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
                        cashYen: string | null;
                        receivableOverdueYen: string | null;
                        overdueCount: number;
                        monthProfitYen: string | null;
                        /** @description profit of the last six months, this one last */
                        profitTrend: string[];
                        /** @description the earliest open month that is over */
                        monthToClose: string | null;
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
    getGeneralLedger: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description a code people type, unique within its company */
                accountCode: string;
                postedOnFrom: string;
                postedOnTo: string;
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
                            entryId: string;
                            entryNumber: string;
                            lineNumber: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            postingOn: string;
                            kind: string;
                            description: string;
                            /** @description null: several (諸口) */
                            counterAccount: string | null;
                            partnerName: string | null;
                            debitYen: string | null;
                            creditYen: string | null;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            balanceYen: string;
                        }[];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                        /** @description a code people type, unique within its company */
                        accountCode: string;
                        accountNameJa: string;
                        accountNameEn: string;
                        /**
                         * @description before the first row of this page
                         * @example 1200
                         */
                        openingYen: string;
                        /**
                         * @description at the end of the range
                         * @example 1200
                         */
                        closingYen: string;
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
    getGeneralLedgerExport: {
        parameters: {
            query: {
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description a code people type, unique within its company */
                accountCode: string;
                postedOnFrom: string;
                postedOnTo: string;
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
    getPartnerLedger: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
                partnerId: string;
                postedOnFrom: string;
                postedOnTo: string;
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
                            entryId: string;
                            entryNumber: string;
                            lineNumber: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            postingOn: string;
                            kind: string;
                            description: string;
                            counterAccount: string | null;
                            debitYen: string | null;
                            creditYen: string | null;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            balanceYen: string;
                        }[];
                        nextCursor?: string;
                        totalCount?: number;
                        totalIsMore?: boolean;
                        partnerCode: string;
                        partnerName: string;
                        /**
                         * @description before the first row of this page
                         * @example 1200
                         */
                        openingYen: string;
                        /**
                         * @description at the end of the range
                         * @example 1200
                         */
                        closingYen: string;
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
    getPartnerLedgerExport: {
        parameters: {
            query: {
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
                partnerId: string;
                postedOnFrom: string;
                postedOnTo: string;
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
    getTrialBalanceExport: {
        parameters: {
            query: {
                /** @description a month */
                from: string;
                /** @description a month */
                to: string;
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
    getOpenItemsExport: {
        parameters: {
            query: {
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
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
    getTaxSummaryExport: {
        parameters: {
            query: {
                /** @description a month */
                from: string;
                /** @description a month */
                to: string;
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
    getPeriods: {
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
                        rows: {
                            /**
                             * @description a month
                             * @example 2026-11
                             */
                            month: string;
                            year: number;
                            number: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startsOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            endsOn: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            closedAt: string | null;
                            closedBy: string | null;
                            canClose: boolean;
                            canReopen: boolean;
                        }[];
                        nextYear: number;
                        startMonth: number;
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
    postFiscalYears: {
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
                    year: number;
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
                        rows: {
                            /**
                             * @description a month
                             * @example 2026-11
                             */
                            month: string;
                            year: number;
                            number: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startsOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            endsOn: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            closedAt: string | null;
                            closedBy: string | null;
                            canClose: boolean;
                            canReopen: boolean;
                        }[];
                        nextYear: number;
                        startMonth: number;
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
    getPeriodsByMonthFindings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a month */
                month: string;
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
                         * @description a month
                         * @example 2026-11
                         */
                        month: string;
                        findings: {
                            /** @enum {string} */
                            severity: "blocks" | "warns";
                            code: string;
                            values: {
                                [key: string]: string | number;
                            };
                            /** @description the page that helps */
                            to: string | null;
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
    postPeriodsByMonthClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                /** @description a month */
                month: string;
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
                        rows: {
                            /**
                             * @description a month
                             * @example 2026-11
                             */
                            month: string;
                            year: number;
                            number: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startsOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            endsOn: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            closedAt: string | null;
                            closedBy: string | null;
                            canClose: boolean;
                            canReopen: boolean;
                        }[];
                        nextYear: number;
                        startMonth: number;
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
    postPeriodsByMonthReopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description sent again with the same key, the command is done once and answers the same */
                "idempotency-key"?: string;
            };
            path: {
                /** @description a month */
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
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
                        rows: {
                            /**
                             * @description a month
                             * @example 2026-11
                             */
                            month: string;
                            year: number;
                            number: number;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            startsOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            endsOn: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            closedAt: string | null;
                            closedBy: string | null;
                            canClose: boolean;
                            canReopen: boolean;
                        }[];
                        nextYear: number;
                        startMonth: number;
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
    getInvoices: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
                state?: "issued" | "acknowledged" | "disputed" | "settled";
                open?: string;
                overdue?: string;
                partnerId?: string;
                issuedOnFrom?: string;
                issuedOnTo?: string;
                dueOnFrom?: string;
                dueOnTo?: string;
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
                            /**
                             * @description S: what customers owe, B: what I owe suppliers
                             * @enum {string}
                             */
                            side: "S" | "B";
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            issuedOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            dueOn: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            netYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            taxYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            openYen: string;
                            /** @enum {string} */
                            state: "issued" | "acknowledged" | "disputed" | "settled";
                            isOwnIssue: boolean;
                            isOverdue: boolean;
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
    getInvoicesById: {
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
                    "application/json": components["schemas"]["Invoice"];
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
    postInvoicesByIdAnswer: {
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
                    /** @enum {string} */
                    kind: "acknowledged" | "disputed";
                    reason?: string;
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
                    "application/json": components["schemas"]["Invoice"];
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
    getInvoiceRun: {
        parameters: {
            query: {
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
                closingOn: string;
                partnerId?: string;
                /** @description bill now what is open, not waiting for the closing day */
                single?: string;
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
                            partnerId: string;
                            partnerName: string;
                            /** @description the partner's closing day is this day */
                            closesToday: boolean;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            periodFrom: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            closingOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            dueOn: string;
                            lineCount: number;
                            returnCount: number;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            netYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            taxYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
                            /**
                             * @description tax of the invoice less tax already posted
                             * @example 1200
                             */
                            taxDifferenceYen: string;
                            lines: {
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                happenedOn: string;
                                tradeNumber: string;
                                code: string;
                                description: string;
                                /**
                                 * @description exact decimal as text, up to 6 decimals
                                 * @example 12.5
                                 */
                                quantity: string;
                                unit: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                amountYen: string;
                            }[];
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
    postInvoiceRunSales: {
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
                    closingOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    issuedOn: string;
                    partnerIds: string[];
                    single?: boolean;
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
                        rows: {
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            /** Format: uuid */
                            partnerId: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
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
    postInvoiceRunPurchases: {
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
                    closingOn: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    issuedOn: string;
                    partnerIds: string[];
                    single?: boolean;
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
                        rows: {
                            /** Format: uuid */
                            invoiceId: string;
                            number: string;
                            /** Format: uuid */
                            partnerId: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            totalYen: string;
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
    getPayments: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description S: what customers owe, B: what I owe suppliers */
                side: "S" | "B";
                state?: "sent" | "received" | "matched" | "reversed";
                unapplied?: string;
                partnerId?: string;
                sentOnFrom?: string;
                sentOnTo?: string;
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
                            /**
                             * @description S: what customers owe, B: what I owe suppliers
                             * @enum {string}
                             */
                            side: "S" | "B";
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /** @enum {string} */
                            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            sentOn: string;
                            receivedOn: string | null;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            unappliedYen: string;
                            /**
                             * @description reversed: taken back, or the mirror that takes another back
                             * @enum {string}
                             */
                            state: "sent" | "received" | "matched" | "reversed";
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
    getPaymentsById: {
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
                    "application/json": components["schemas"]["Payment"];
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
    postPaymentsByIdReceive: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    receivedOn: string;
                    /**
                     * @default bank
                     * @enum {string}
                     */
                    fundRole?: "bank" | "checkingDeposit" | "cash";
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
                    "application/json": components["schemas"]["Payment"];
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
    postPaymentsByIdApply: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    appliedOn: string;
                    allocations: {
                        /** Format: uuid */
                        invoiceId: string;
                        amountYen: string;
                        allowanceYen?: string;
                    }[];
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
                    "application/json": components["schemas"]["Payment"];
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
    postPaymentsByIdTakeBack: {
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
                     * Format: date
                     * @example 2026-11-23
                     */
                    reversedOn: string;
                    reason: string;
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
                        /** Format: uuid */
                        paymentId: string;
                        number: string;
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
    postReceipts: {
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
                    /** Format: uuid */
                    partnerId: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    receivedOn: string;
                    /** @description 0 only when a credit note is set against invoices (offset) */
                    amountYen: string;
                    /** @enum {string} */
                    kind: "transfer" | "cash" | "claim" | "advance" | "offset";
                    /**
                     * @default bank
                     * @enum {string}
                     */
                    fundRole?: "bank" | "checkingDeposit" | "cash";
                    /** @default  */
                    reference?: string;
                    allocations: {
                        /** Format: uuid */
                        invoiceId: string;
                        amountYen: string;
                        allowanceYen?: string;
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
                        /** Format: uuid */
                        paymentId: string;
                        number: string;
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
    getPaymentProposals: {
        parameters: {
            query: {
                dueUntil: string;
                partnerId?: string;
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
                            partnerId: string;
                            partnerCode: string;
                            partnerName: string;
                            hasBankAccount: boolean;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            openYen: string;
                            invoices: {
                                /** Format: uuid */
                                invoiceId: string;
                                number: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                issuedOn: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                dueOn: string;
                                /** @enum {string} */
                                state: "issued" | "acknowledged" | "disputed" | "settled";
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                openYen: string;
                                /** @description stands in a payment that waits for approval or sending */
                                isInDraft: boolean;
                            }[];
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
    getPaymentDrafts: {
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
                        rows: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            sentOn: string;
                            /** @enum {string} */
                            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeYen: string;
                            invoiceNumbers: string[];
                            sentId: string | null;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postPaymentDrafts: {
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
                    sentOn: string;
                    /**
                     * @default transfer
                     * @enum {string}
                     */
                    kind?: "transfer" | "cash" | "claim";
                    /**
                     * @default bank
                     * @enum {string}
                     */
                    fundRole?: "bank" | "checkingDeposit" | "cash";
                    invoiceIds: string[];
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
                        rows: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            sentOn: string;
                            /** @enum {string} */
                            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeYen: string;
                            invoiceNumbers: string[];
                            sentId: string | null;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postPaymentDraftsByIdApprove: {
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
                        rows: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            sentOn: string;
                            /** @enum {string} */
                            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeYen: string;
                            invoiceNumbers: string[];
                            sentId: string | null;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postPaymentDraftsByIdSend: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    /** @default 0 */
                    feeYen?: string;
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
                        /** Format: uuid */
                        paymentId: string;
                        number: string;
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
    postPaymentDraftsByIdDiscard: {
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
                        rows: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            partnerId: string | null;
                            partnerName: string;
                            /** @enum {string} */
                            state: "draft" | "approved" | "sent" | "discarded";
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            sentOn: string;
                            /** @enum {string} */
                            kind: "transfer" | "cash" | "claim" | "offset" | "advance";
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeYen: string;
                            invoiceNumbers: string[];
                            sentId: string | null;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    getBankRows: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                state?: "open" | "matched" | "set_aside";
                receivedOnFrom?: string;
                receivedOnTo?: string;
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
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            receivedOn: string;
                            number: string;
                            payerName: string;
                            remittanceText: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /** @enum {string} */
                            state: "open" | "matched" | "set_aside";
                            paymentId: string | null;
                            note: string;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
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
    postBankRows: {
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
                    receivedOn: string;
                    /** @description a code people type, unique within its company */
                    number: string;
                    payerName: string;
                    /** @default  */
                    remittanceText?: string;
                    amountYen: string;
                    /**
                     * @default bank
                     * @enum {string}
                     */
                    fundRole?: "bank" | "checkingDeposit" | "cash";
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
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        receivedOn: string;
                        number: string;
                        payerName: string;
                        remittanceText: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        amountYen: string;
                        /** @enum {string} */
                        fundRole: "bank" | "checkingDeposit" | "cash";
                        /** @enum {string} */
                        state: "open" | "matched" | "set_aside";
                        paymentId: string | null;
                        note: string;
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
    getBankRowsByIdProposals: {
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
                        row: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            receivedOn: string;
                            number: string;
                            payerName: string;
                            remittanceText: string;
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            amountYen: string;
                            /** @enum {string} */
                            fundRole: "bank" | "checkingDeposit" | "cash";
                            /** @enum {string} */
                            state: "open" | "matched" | "set_aside";
                            paymentId: string | null;
                            note: string;
                            /** @description counts the changes of a record; send back the one you read */
                            version: number;
                        };
                        proposals: {
                            /** @enum {string} */
                            reason: "payment_sent" | "invoice_number" | "exact_amount" | "several_invoices" | "fee_taken_off" | "part_payment";
                            /** Format: uuid */
                            partnerId: string;
                            partnerName: string;
                            paymentId: string | null;
                            paymentNumber: string | null;
                            parts: {
                                /** Format: uuid */
                                invoiceId: string;
                                number: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-23
                                 */
                                dueOn: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                openYen: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                amountYen: string;
                                /**
                                 * @description whole yen as text
                                 * @example 1200
                                 */
                                allowanceYen: string;
                            }[];
                            /**
                             * @description whole yen as text
                             * @example 1200
                             */
                            feeTakenOffYen: string;
                            isAmbiguous: boolean;
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
    postBankRowsByIdMatch: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    paymentId?: string | null;
                    partnerId?: string | null;
                    /** @default [] */
                    allocations?: {
                        /** Format: uuid */
                        invoiceId: string;
                        amountYen: string;
                        allowanceYen?: string;
                    }[];
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
                        /** Format: uuid */
                        paymentId: string;
                        number: string;
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
    postBankRowsByIdSetAside: {
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
                    /** @description counts the changes of a record; send back the one you read */
                    version: number;
                    note: string;
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
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        receivedOn: string;
                        number: string;
                        payerName: string;
                        remittanceText: string;
                        /**
                         * @description whole yen as text
                         * @example 1200
                         */
                        amountYen: string;
                        /** @enum {string} */
                        fundRole: "bank" | "checkingDeposit" | "cash";
                        /** @enum {string} */
                        state: "open" | "matched" | "set_aside";
                        paymentId: string | null;
                        note: string;
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
    getBankRowsTemplate: {
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
    getBankRowsExport: {
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
    postBankRowsImportPreview: {
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
    postBankRowsImport: {
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
    postNetworkOrders: {
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
                     * Format: uuid
                     * @description the maker's card
                     */
                    partnerId: string;
                    /**
                     * Format: date
                     * @description today unless said
                     * @example 2026-11-23
                     */
                    orderedOn?: string;
                    /** @default  */
                    outsideNumber?: string;
                    /** @default  */
                    title?: string;
                    /** @default  */
                    deliverTo?: string;
                    /**
                     * @description automatic: cascades at once when every line's rule is automatic and the chain makes the wanted date
                     * @default automatic
                     * @enum {string}
                     */
                    dispatch?: "automatic" | "never";
                    lines: {
                        /** @description its place in the order unless said */
                        lineNumber?: number;
                        item: string;
                        description?: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        quantity: string;
                        unit?: string;
                        /**
                         * @description the agreed price unless said
                         * @example 148.25
                         */
                        unitPrice?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        wantedOn: string;
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
                    "application/json": components["schemas"]["Dispatched"];
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
    getNetworkOrdersWaiting: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
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
                        rows: components["schemas"]["WaitingOrder"][];
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
    postNetworkOrdersByIdPrecheck: {
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
                    /** @description all open lines unless said */
                    lineNumbers?: number[];
                    /** @default [] */
                    byHand?: {
                        lineNumber: number;
                        /** Format: uuid */
                        ruleId?: string;
                        /** @default [] */
                        members?: {
                            stepNumber: number;
                            members: {
                                /** Format: uuid */
                                memberId: string;
                                /**
                                 * @description per cent, exact decimal as text
                                 * @example 33.333333
                                 */
                                sharePercent: string;
                            }[];
                        }[];
                    }[];
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
                    "application/json": components["schemas"]["DispatchPreview"];
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
    postNetworkOrdersByIdDispatch: {
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
                    /** @description all open lines unless said */
                    lineNumbers?: number[];
                    /** @default [] */
                    byHand?: {
                        lineNumber: number;
                        /** Format: uuid */
                        ruleId?: string;
                        /** @default [] */
                        members?: {
                            stepNumber: number;
                            members: {
                                /** Format: uuid */
                                memberId: string;
                                /**
                                 * @description per cent, exact decimal as text
                                 * @example 33.333333
                                 */
                                sharePercent: string;
                            }[];
                        }[];
                    }[];
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
                        /** @description null: it waits for a person at the window */
                        chainId: string | null;
                        chainNumber: string | null;
                        tradeCount: number;
                        stepCount: number;
                        /** @description steps that wait for their member's confirmation */
                        waitingCount: number;
                        promisedOn: string | null;
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
    getNetworkFarEnd: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description of one chain only */
                chainId?: string;
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
                        rows: components["schemas"]["FarEndRow"][];
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
    postNetworkFarEnd: {
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
                     * Format: uuid
                     * @description the member's delivery to the window
                     */
                    deliveryId: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    judgedOn?: string;
                    /** @default  */
                    carrier?: string;
                    lines: {
                        lineNumber: number;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @example 12.5
                         */
                        accepted: string;
                        /**
                         * @description exact decimal as text, up to 6 decimals
                         * @default 0
                         * @example 12.5
                         */
                        rejected?: string;
                        /** @default  */
                        reason?: string;
                    }[];
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
                        deliveryId: string | null;
                        number: string | null;
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
    getNetworkOrdersTemplate: {
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
    getNetworkOrdersExport: {
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
    postNetworkOrdersImportPreview: {
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
    postNetworkOrdersImport: {
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
    getNetworkChains: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description a column; a leading minus turns it round */
                sort?: string;
                search?: string;
                /** @description dispatched by us, or with a step of ours */
                as?: "window" | "member";
                state?: "open" | "late" | "done" | "cancelled";
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
                        rows: components["schemas"]["ChainRow"][];
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
    getNetworkChainsById: {
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
                    "application/json": components["schemas"]["Chain"];
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
    postNetworkChainsByIdChangesPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    expiresOn?: string;
                    lines: {
                        lineNumber: number;
                        /** @default false */
                        isCancel?: boolean;
                        /**
                         * @description in the order's unit
                         * @example 12.5
                         */
                        newQuantity?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        newWantedOn?: string;
                    }[];
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
                        steps: {
                            chainLineNumber: number;
                            stepNumber: number;
                            part: number;
                            processName: string;
                            sellerName: string;
                            buyerName: string;
                            isCancel: boolean;
                            /**
                             * @description exact decimal as text, up to 6 decimals
                             * @example 12.5
                             */
                            quantity: string;
                            newQuantity: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-23
                             */
                            wantedOn: string;
                            newWantedOn: string | null;
                        }[];
                        promisedOn: string | null;
                        isLate: boolean;
                        /** @description members that will be asked */
                        askedNames: string[];
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
    postNetworkChainsByIdChanges: {
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
                    /** @default  */
                    reason?: string;
                    /**
                     * Format: date
                     * @example 2026-11-23
                     */
                    expiresOn?: string;
                    lines: {
                        lineNumber: number;
                        /** @default false */
                        isCancel?: boolean;
                        /**
                         * @description in the order's unit
                         * @example 12.5
                         */
                        newQuantity?: string;
                        /**
                         * Format: date
                         * @example 2026-11-23
                         */
                        newWantedOn?: string;
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
                        /** Format: uuid */
                        id: string;
                        number: string;
                        /** @enum {string} */
                        state: "proposed" | "agreed" | "applied" | "declined" | "expired" | "withdrawn";
                        askedCount: number;
                        agreedCount: number;
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
    postNetworkChainChangesByIdApply: {
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
                    "application/json": null;
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
    postNetworkChainChangesByIdWithdraw: {
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
                    "application/json": null;
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
    getNetworkChainChanges: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "asked" | "answered";
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
                        rows: components["schemas"]["ChainChangeInbox"][];
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
    postNetworkChainChangesByIdAnswer: {
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
                    agree: boolean;
                    /** @default 0 */
                    costYen?: string;
                    /** @default  */
                    words?: string;
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
                        /** @enum {string} */
                        state: "proposed" | "agreed" | "declined" | "expired";
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
    getNetworkRulesTemplate: {
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
    getNetworkRulesExport: {
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
    postNetworkRulesImportPreview: {
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
    postNetworkRulesImport: {
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
    getNetworkRules: {
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
                        rows: components["schemas"]["DispatchRuleRow"][];
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
    postNetworkRules: {
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
                    name: string;
                    /** Format: uuid */
                    groupId: string;
                    itemId: string | null;
                    itemGroupCode: string;
                    priority: number;
                    /** @enum {string} */
                    form: "relay" | "processing";
                    /** @enum {string} */
                    earning: "agreed_price" | "weights";
                    /** @enum {string} */
                    choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
                    /**
                     * @description per cent, exact decimal as text
                     * @example 33.333333
                     */
                    feePercent: string;
                    isAutomatic: boolean;
                    isActive: boolean;
                    steps: components["schemas"]["DispatchStepInput"][];
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
                    "application/json": components["schemas"]["DispatchRule"];
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
    getNetworkRulesById: {
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
                    "application/json": components["schemas"]["DispatchRule"];
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
    putNetworkRulesById: {
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
                    /** Format: uuid */
                    groupId: string;
                    itemId: string | null;
                    itemGroupCode: string;
                    priority: number;
                    /** @enum {string} */
                    form: "relay" | "processing";
                    /** @enum {string} */
                    earning: "agreed_price" | "weights";
                    /** @enum {string} */
                    choice: "by_process" | "by_item" | "fixed_shares" | "by_hand";
                    /**
                     * @description per cent, exact decimal as text
                     * @example 33.333333
                     */
                    feePercent: string;
                    isAutomatic: boolean;
                    isActive: boolean;
                    steps: components["schemas"]["DispatchStepInput"][];
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
                    "application/json": components["schemas"]["DispatchRule"];
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
    getNetworkGroups: {
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
                        rows: components["schemas"]["CompanyGroup"][];
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
    postNetworkGroupsByIdSign: {
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
                    "application/json": null;
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
