# The commands of the project; each is a script, so that there is nothing to know about make.
.PHONY: run test soak bench bundle clean

run:
	@scripts/run

test:
	@scripts/test

# As many villages as told, each another life under a broken network: make soak SEEDS=1000000
soak:
	@SEEDS=$(or $(SEEDS),200000) cargo test -p domain --profile thorough --features planted --test simulation no_village

bench:
	@scripts/bench

bundle:
	@cargo run -p bundle

clean:
	cargo clean
	rm -rf end2end/node_modules end2end/test-results
