//! The web manifest names only pictures that exist: a browser that misses one refuses to install.

use serde_json::Value;

/// Takes out the icons and screenshots for which `exists` says no.
pub(crate) fn pruned(mut manifest: Value, exists: impl Fn(&str) -> bool) -> Value {
    let there = |picture: &Value| picture["src"].as_str().is_some_and(&exists);
    for list in ["icons", "screenshots"] {
        if let Some(pictures) = manifest[list].as_array_mut() {
            pictures.retain(there);
        }
    }
    for shortcut in manifest["shortcuts"].as_array_mut().into_iter().flatten() {
        if let Some(pictures) = shortcut["icons"].as_array_mut() {
            pictures.retain(there);
        }
    }
    manifest
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_picture_is_not_named() {
        let pictures = json!([{"src": "a.png"}, {"src": "b.png"}]);
        let manifest = json!({
            "name": "x", "icons": pictures, "screenshots": pictures,
            "shortcuts": [{"url": "/", "icons": pictures}],
        });
        let left = json!([{"src": "b.png"}]);
        let pruned = pruned(manifest, |src| src == "b.png");
        assert_eq!(
            pruned,
            json!({
                "name": "x", "icons": left, "screenshots": left,
                "shortcuts": [{"url": "/", "icons": left}],
            })
        );
    }
}
