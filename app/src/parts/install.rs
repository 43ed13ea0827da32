//! The offer to put the app on the home screen, in the way the reader's browser has; in chat apps, the way out of them.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use words::Browser;

use crate::{look::words, parts::Icon, prelude::*, shelf};

const DISMISSED: &str = "bandeng.install";

/// Shown until somebody says "not now", and never in the installed app; `always` on the page where it is looked for.
#[component]
pub(crate) fn InstallOffer(
    /// Whether it cannot be waved away.
    #[prop(optional)]
    always: bool,
) -> AnyView {
    let w = words().welcome().install;
    let dismissed = RwSignal::new(!always && shelf::phone::read(DISMISSED).unwrap_or(false));
    let dismiss = move |_| {
        shelf::phone::write(DISMISSED, &true);
        dismissed.set(true);
    };
    if installed() {
        return ().into_any();
    }
    let body = move || {
        view! {
            <section class="slip offer" aria-labelledby="offer">
                <div class="title">
                    <Icon name="home" />
                    <div><h2 id="offer" class="lg">{w.title}</h2><p class="sm dim">{w.why}</p></div>
                    {(!always).then(|| view! {
                        <button class="ib" aria-label=w.dismiss on:click=dismiss><Icon name="x" /></button>
                    })}
                </div>
                <InstallWays />
            </section>
        }
    };
    (move || (!dismissed.get()).then(body)).into_any()
}

/// The button, the steps, or the way out of a chat app.
#[component]
pub(crate) fn InstallWays() -> AnyView {
    let (w, trouble) = (words().welcome().install, words().trouble);
    let agent = agent();
    if chat_app(&agent) {
        return view! { <p class="sm">{trouble.chat_app}</p><CopyAddress /> }.into_any();
    }
    let able = || shell("installable").and_then(|answer| answer.as_bool()).unwrap_or(false);
    let installable = RwSignal::new(able());
    let done = RwSignal::new(false);
    let heard =
        window_event_listener_untyped("bandeng-installable", move |_| installable.set(able()));
    on_cleanup(move || heard.remove());
    let install = move |_| {
        leptos::task::spawn_local(async move {
            let asked = shell("install").and_then(|answer| answer.dyn_into::<Promise>().ok());
            let Some(asked) = asked else { return };
            let answer = JsFuture::from(asked).await.ok().and_then(|answer| answer.as_string());
            done.set(answer.as_deref() == Some("accepted"));
            installable.set(able());
        });
    };
    let steps = (w.steps)(family(&agent));
    (move || {
        if done.get() {
            view! { <p class="sm" role="status">{w.done}</p> }.into_any()
        } else if installable.get() {
            view! { <button class="btn do" on:click=install>{w.button}</button> }.into_any()
        } else {
            let steps = steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
            view! { <ol class="nums sm">{steps}</ol> }.into_any()
        }
    })
    .into_any()
}

/// Copies the address of the app, or shows it to be copied by hand.
#[component]
fn CopyAddress() -> AnyView {
    let w = words().welcome().install;
    let address = format!("{}/app/", window().location().origin().unwrap_or_default());
    let said = RwSignal::new(String::new());
    let copy = move |_| {
        let address = address.clone();
        leptos::task::spawn_local(async move {
            let copied = copy_text(&address).await;
            said.set(if copied {
                w.copied.to_owned()
            } else {
                format!("{}{address}", w.not_copied)
            });
        });
    };
    view! {
        <button class="btn" on:click=copy><Icon name="link" />{w.copy}</button>
        <p class="sm" role="status">{move || said.get()}</p>
    }
}

/// Lays a text on the phone's clipboard; false where the browser does not let us.
pub(crate) async fn copy_text(text: &str) -> bool {
    let asked = Reflect::get(&window().navigator(), &"clipboard".into()).and_then(|board| {
        let write: Function = Reflect::get(&board, &"writeText".into())?.dyn_into()?;
        write.call1(&board, &JsValue::from_str(text))?.dyn_into::<Promise>()
    });
    match asked {
        Ok(asked) => JsFuture::from(asked).await.is_ok(),
        Err(_) => false,
    }
}

/// Asks the script that keeps the app on the phone (`window.bandeng`); nothing where it is not there.
pub(super) fn shell(name: &str) -> Option<JsValue> {
    let keeper = Reflect::get(&window(), &"bandeng".into()).ok()?;
    let ask: Function = Reflect::get(&keeper, &name.into()).ok()?.dyn_into().ok()?;
    ask.call0(&keeper).ok()
}

/// Whether this is the app on the home screen already.
fn installed() -> bool {
    let alone = window().match_media("(display-mode: standalone)");
    let apple = Reflect::get(&window().navigator(), &"standalone".into());
    alone.is_ok_and(|media| media.is_some_and(|media| media.matches()))
        || apple.is_ok_and(|alone| alone.is_truthy())
}

fn agent() -> String {
    window().navigator().user_agent().unwrap_or_default()
}

/// Whether the page is open inside a chat app: nothing can be downloaded or installed there.
pub(crate) fn in_chat_app() -> bool {
    chat_app(&agent())
}

fn chat_app(agent: &str) -> bool {
    ["MicroMessenger", "wxwork", " QQ/", "DingTalk", "Lark", "Feishu"]
        .iter()
        .any(|mark| agent.contains(mark))
}

/// The browser by the name it gives itself. One that speaks for another comes before it.
fn family(agent: &str) -> Browser {
    const MARKS: [(&str, Browser); 12] = [
        ("iPhone", Browser::Ios),
        ("iPad", Browser::Ios),
        ("MiuiBrowser", Browser::Xiaomi),
        ("HuaweiBrowser", Browser::Huawei),
        ("HeyTapBrowser", Browser::Oppo),
        ("OppoBrowser", Browser::Oppo),
        ("VivoBrowser", Browser::Vivo),
        ("MQQBrowser", Browser::QqOrUc),
        ("UCBrowser", Browser::QqOrUc),
        ("Firefox", Browser::Firefox),
        ("Android", Browser::Phone),
        ("Mobile", Browser::Phone),
    ];
    let known = MARKS.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, browser)| *browser);
    match known {
        Some(Browser::Firefox) if !agent.contains("Mobile") => Browser::Computer,
        Some(browser) => browser,
        None => Browser::Computer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_browser_is_told_its_own_steps() {
        let xiaomi = "Mozilla/5.0 (Linux; U; Android 13; zh-cn) Chrome/100 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18";
        let apple = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1";
        let fox = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0";
        let desk = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
        let plain = "Mozilla/5.0 (Linux; Android 14; M2012) Chrome/126.0 Mobile Safari/537.36";
        let told = [xiaomi, apple, fox, desk, plain].map(family);
        use Browser::{Computer, Firefox, Ios, Phone, Xiaomi};
        assert_eq!(told, [Xiaomi, Ios, Firefox, Computer, Phone]);
    }

    #[test]
    fn chat_apps_are_known_by_name() {
        assert!(chat_app("Mozilla/5.0 (iPhone) MicroMessenger/8.0.50"));
        assert!(chat_app("Mozilla/5.0 (Linux; Android 12) V1_AND_SQ QQ/9.0.8"));
        assert!(!chat_app("Mozilla/5.0 (Linux; Android 12) MQQBrowser/14.2"));
    }
}
