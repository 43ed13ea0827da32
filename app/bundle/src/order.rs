//! The order of functions in a module. The linker's is that of nothing in particular: the table of those that are called
//! by their place then reads like noise, and noise is downloaded as it is.
//!
//! In the order of the table each place is one more than the last; the others stand by their types, so that what is alike
//! stands together.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, ElementItems, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::trouble::Trouble;

/// Where the functions are to stand.
struct Order {
    /// The module's own, as they are to follow one another.
    own: Vec<usize>,
    /// The new place of each, by its old one.
    places: Vec<u32>,
}

/// The same module with its functions in order.
pub(crate) fn ordered(wasm: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut order = Order::of(wasm).map_err(|error| Trouble::Bindgen(error.to_string()))?;
    let mut module = Module::new();
    order
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| Trouble::Bindgen(error.to_string()))?;
    Ok(module.finish())
}

impl Order {
    fn of(wasm: &[u8]) -> Result<Self, wasmparser::BinaryReaderError> {
        let (mut imported, mut types, mut table) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(functions) => {
                    types = functions.into_iter().collect::<Result<Vec<u32>, _>>()?;
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        if let ElementItems::Functions(functions) = element?.items {
                            table.extend(functions.into_iter().collect::<Result<Vec<u32>, _>>()?);
                        }
                    }
                }
                _ => {}
            }
        }
        let mut own: Vec<usize> = Vec::with_capacity(types.len());
        let mut called = vec![false; types.len()];
        let mut by_place = Vec::new();
        for function in table {
            let Some(nth) = function.checked_sub(imported) else { continue };
            let nth = nth as usize;
            if called.get(nth) == Some(&false) {
                called[nth] = true;
                by_place.push(nth);
            }
        }
        own.extend((0..types.len()).filter(|nth| !called[*nth]));
        own.sort_by_key(|nth| types[*nth]);
        own.extend(by_place);
        let mut places: Vec<u32> = (0..imported).collect();
        places.resize(types.len() + imported as usize, 0);
        for (place, nth) in (imported..).zip(&own) {
            places[nth + imported as usize] = place;
        }
        Ok(Self { own, places })
    }
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.places.get(function as usize).copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for nth in &self.own {
            functions.function(types[*nth]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for nth in self.own.clone() {
            self.parse_function_body(code, bodies[nth].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, RefType,
        TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::Operator;

    use super::*;

    /// Four functions, each of which gives its own number but for the last, which calls the second; the table has two.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I64]);
        types.ty().function([], [ValType::I32]);
        let mut functions = FunctionSection::new();
        for of in [1, 1, 0, 1] {
            functions.function(of);
        }
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        tables.table(TableType {
            element_type,
            minimum: 2,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("last", ExportKind::Func, 3);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions([1, 0][..].into()));
        let mut code = CodeSection::new();
        for nth in [10, 11, 12, 13] {
            let mut body = Function::new([]);
            match nth {
                12 => body.instructions().i64_const(12).end(),
                13 => body.instructions().call(1).end(),
                nth => body.instructions().i32_const(nth).end(),
            };
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&exports);
        module.section(&elements).section(&code);
        module.finish()
    }

    #[test]
    fn functions_stand_in_the_order_of_the_table_and_are_what_they_were() {
        let wasm = ordered(&module()).unwrap();
        wasmparser::validate(&wasm).unwrap();
        let (mut table, mut bodies, mut last) = (Vec::new(), Vec::new(), None);
        for payload in Parser::new(0).parse_all(&wasm) {
            match payload.unwrap() {
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let ElementItems::Functions(functions) = element.unwrap().items else {
                            panic!()
                        };
                        table.extend(functions.into_iter().map(Result::unwrap));
                    }
                }
                Payload::ExportSection(exports) => {
                    last = exports.into_iter().next().map(|export| export.unwrap().index);
                }
                Payload::CodeSectionEntry(body) => {
                    let first = body.get_operators_reader().unwrap().read().unwrap();
                    bodies.push(match first {
                        Operator::I32Const { value } => i64::from(value),
                        Operator::I64Const { value } => value,
                        Operator::Call { function_index } => -i64::from(function_index),
                        _ => panic!("{first:?}"),
                    });
                }
                _ => {}
            }
        }
        assert_eq!(table, [2, 3], "one after the other");
        assert_eq!(bodies, [12, -2, 11, 10], "the call is of the one that gives eleven");
        assert_eq!(last, Some(1));
    }
}
