// Reads dashboards as Grafana's own types, which know every field, says what is not one of them, and prints the expressions
// of the panels, one JSON string a line.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/grafana/grafana-foundation-sdk/go/cog/plugins"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
)

func main() {
	plugins.RegisterDefaultPlugins()
	faults := 0
	for _, file := range os.Args[1:] {
		if err := check(file); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			faults++
		}
	}
	if faults > 0 {
		os.Exit(1)
	}
}

func check(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	read := dashboard.Dashboard{}
	if err := read.UnmarshalJSONStrict(text); isFault(err) {
		return err
	}
	if err := read.Validate(); isFault(err) {
		return err
	}
	if read.Uid == nil || len(*read.Uid) > 40 {
		return fmt.Errorf("no uid, or one of more than 40 characters")
	}
	var plain any
	if err := json.Unmarshal(text, &plain); err != nil {
		return err
	}
	return expressions(plain)
}

// Both give a list of errors, which is an error even where it is empty.
func isFault(err error) bool {
	return err != nil && err.Error() != ""
}

func expressions(node any) error {
	switch value := node.(type) {
	case map[string]any:
		for key, each := range value {
			if text, isText := each.(string); isText && key == "expr" {
				line, err := json.Marshal(text)
				if err != nil {
					return err
				}
				fmt.Println(string(line))
			} else if err := expressions(each); err != nil {
				return err
			}
		}
	case []any:
		for _, each := range value {
			if err := expressions(each); err != nil {
				return err
			}
		}
	}
	return nil
}
