import { OperatorMessage } from "./operator-message.ts";

/**
 * Turns what a database program wrote before it gave up into a sentence that says what to do.
 * @param output standard error of initdb or postgres, or the message of a system call
 */
export function explainFailure(output: string, dataDir: string): OperatorMessage {
  if (/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i.test(output)) {
    return new OperatorMessage("DISK_FULL", {
      ja: `ディスクに空きがありません: ${dataDir}。空き容量を確保してから、もう一度起動してください。保存済みのデータは失われていません。`,
      en: `The disk is full: ${dataDir}. Free some space and start again. Nothing that was saved is lost.`,
    });
  }
  if (/File too large|EFBIG/i.test(output)) {
    return new OperatorMessage("FILE_SIZE_LIMITED", {
      ja: `ファイルの大きさが制限されているため、データを書き込めません: ${dataDir}。制限（ulimit -f）を外してから、もう一度起動してください。`,
      en: `A limit on the size of files stops the data from being written: ${dataDir}. Lift it (ulimit -f) and start again.`,
    });
  }
  if (/Permission denied|EACCES|EROFS|EPERM|ENOTDIR|Read-only file system|could not create directory/i.test(output)) {
    return new OperatorMessage("FOLDER_NOT_WRITABLE", {
      ja: `データフォルダーに書き込めません: ${dataDir}。フォルダーの権限を直すか、「--data フォルダー」で別のフォルダーを指定してください。`,
      en: `The data folder is not writable: ${dataDir}. Correct its permissions, or choose another folder with --data DIR.`,
    });
  }
  if (/could not look up (local|effective) user ID/i.test(output)) {
    return new OperatorMessage("USER_WITHOUT_NAME", {
      ja: `実行ユーザーがこのシステムに登録されていないため、データベースを作成できません: ${dataDir}。/etc/passwd に登録されたユーザー（またはroot）で実行するか、環境変数 DATABASE_URL を指定してください。`,
      en: `The user this runs as has no entry in /etc/passwd, which making a database needs: ${dataDir}. Run it as a user that has one (or as root), or set DATABASE_URL.`,
    });
  }
  const tail = output.trim().split("\n").slice(-8).join("\n");
  return new OperatorMessage("DATABASE_DID_NOT_START", {
    ja: `組み込みデータベースを起動できませんでした: ${dataDir}\n${tail}`,
    en: `The embedded database did not start: ${dataDir}\n${tail}`,
  });
}
