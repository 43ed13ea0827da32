//! What an archive says of itself, to somebody who has nothing but the file.

use super::tables::TABLES;

const HEAD: &str = "\
板凳会存档 · Archive of Bandeng
================================

这是一个区的协商记录：全部内容，可以用最普通的工具读。它是一个 tar 文件，里面有：
  about.json     做的时间、版本、每张表有几行
  data/*.jsonl   每行一个 JSON 对象，UTF-8；文件名是表名加序号
  photos/*       照片和录音，文件名是 record 里的 id
  papers/*.pdf   每次定稿的纪要，文件名是校验码（有名字，不要外传）
  SHA256SUMS     每个文件的摘要，用 sha256sum -c SHA256SUMS 核对
时间：record、change 里是 1970 年起的毫秒数（UTC），其余是带时区的文字。scope 的第一个字母：
  g 区里的名册，v 村里都看得到，d 村干部看得到，s 一次协商里的人，u 只有本人，l 区政协办。
定稿的协商：record 里 kind 为 session 的 fields.seal；digest 是 content 的 SHA-256，chain 把每村的定稿一环一环连起来。
密码、登录凭证、手机都不在里面。要在新的服务器上接着用：bandeng unarchive 文件（只放进空的服务器），再重新邀请大家。

This is what a district consulted about: all of it, to be read with the plainest tools. It is a tar with
  about.json     when it was made, by which version, how many rows each table has
  data/*.jsonl   one JSON object a line, UTF-8; named after the table, numbered
  photos/*       pictures and recordings, named by the id of their record
  papers/*.pdf   the minutes of each sealed session, named by the check code (with names: not for the public)
  SHA256SUMS     the digest of each file; sha256sum -c SHA256SUMS checks them
Times: milliseconds since 1970 (UTC) in record and change, text with a time zone elsewhere. The first letter of a scope:
  g the district's directory, v a village, d its cadres, s those who sat in one session, u one person, l the district's office.
Sealed sessions: fields.seal of records of kind session; digest is the SHA-256 of content, and chain links each village's seals.
No password, no sign-in and no phone is in it. To go on with it on a new server: bandeng unarchive FILE (into an empty one
alone), and invite everybody anew.

每张表是什么 · What each table is
";

/// The text.
pub(super) fn readme() -> String {
    let lines = TABLES.iter().map(|table| format!("  {:<14} {}\n", table.name, table.means));
    HEAD.to_owned() + &lines.collect::<String>()
}
