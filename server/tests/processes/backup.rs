//! Backup and restoration by the command, as an operator types it.

use crate::server::{Data, Server, bandeng, epoch, said};

#[test]
fn a_running_server_is_backed_up_and_a_restored_one_has_another_epoch() {
    let data = Data::new("backup");
    assert!(said(&bandeng(&data.0).arg("seed-demo").output().unwrap()).contains("is there"));
    let server = Server::start(&data.0);
    let (file, before) = (data.0.join("evening.backup"), epoch(&server));
    let backup = || bandeng(&data.0).arg("backup").arg(&file).output().unwrap();
    let first = backup();
    assert!(first.status.success(), "{}", said(&first));
    let second = backup();
    assert!(!second.status.success() && said(&second).contains("is there already"));
    let restore = |data: &Data| bandeng(&data.0).arg("restore").arg(&file).output().unwrap();
    let early = restore(&data);
    assert!(!early.status.success() && said(&early).contains("in use by another bandeng"));
    assert!(server.stop());
    let late = restore(&data);
    assert!(late.status.success() && said(&late).contains("30 days"), "{}", said(&late));
    let server = Server::start(&data.0);
    assert_ne!(epoch(&server), before);
    assert!(server.get("/").contains("上枫村"));
    // on another machine, too
    let other = Data::new("moved");
    assert!(restore(&other).status.success());
    let moved = Server::start(&other.0);
    assert!(moved.get("/").contains("上枫村"));
    assert_ne!(epoch(&moved), epoch(&server));
}
