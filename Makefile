# The commands of the project; each is a script, so that there is nothing to know about make.
.PHONY: run test bench bundle clean

run:
	@scripts/run

test:
	@scripts/test

bench:
	@scripts/bench

bundle:
	@cargo run -p bundle

clean:
	cargo clean
	rm -rf end2end/node_modules end2end/test-results
