//! Square codes are read back by a reader that somebody else wrote.

use domain::square::Square;
use proptest::prelude::{Strategy, any, prop};

/// Photographs the square of a text, eight dots a field and light all around, and has it read.
fn read(text: &str) -> (usize, String) {
    const FIELD: usize = 8;
    let square = Square::of(text).expect("it fits");
    let side = (square.size + 8) * FIELD;
    let inside = |at: usize| (at / FIELD).checked_sub(4).filter(|at| *at < square.size);
    let mut photo = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let dark = inside(x).zip(inside(y)).is_some_and(|(x, y)| square.is_dark(x, y));
        if dark { 0 } else { 255 }
    });
    let grids = photo.detect_grids();
    assert_eq!(grids.len(), 1, "{} bytes", text.len());
    let (meta, said) = grids[0].decode().expect("a reader reads it");
    (meta.version.0, said)
}

#[test]
fn each_size_of_square_is_read_by_a_stranger() {
    let full = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520];
    for (version, most) in (1..).zip(full) {
        let text: String = "bandeng.Ab3+=9.2.5.".chars().cycle().take(most).collect();
        assert_eq!(read(&text), (version, text.clone()));
    }
    assert_eq!(Square::of(&"a".repeat(521)), None);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_it_carries_is_read_by_a_stranger(
        text in prop::collection::vec(any::<char>(), 1..120)
            .prop_map(|letters| letters.into_iter().collect::<String>())
            .prop_filter("it fits", |text| (1..=520).contains(&text.len())),
    ) {
        proptest::prop_assert_eq!(read(&text).1, text);
    }
}

#[test]
fn its_drawing_has_the_margin_that_readers_need() {
    let square = Square::of("bandeng").expect("it fits");
    let path = square.path();
    assert!(path.starts_with("M4 4h7v1h-7zM"), "{path}");
    let drawn: usize = path
        .split('M')
        .filter_map(|run| run.split('h').nth(1)?.split('v').next()?.parse::<usize>().ok())
        .sum();
    let dark = (0..square.size * square.size)
        .filter(|at| square.is_dark(at % square.size, at / square.size));
    assert_eq!(drawn, dark.count());
}
