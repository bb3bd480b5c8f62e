package dev.proto2ffi.cli.completion;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Values;

/** Completion in PowerShell, 5.1 and newer: tables of commands and options, and a block that looks them up. */
final class PowerShellScript {
    private static final String HEADER = """
            # Completes proto2ffi in PowerShell. Made by 'proto2ffi completion powershell'.
            #
            # For this session, and in the file $PROFILE for all that follow:
            #     proto2ffi completion powershell | Out-String | Invoke-Expression

            Register-ArgumentCompleter -Native -CommandName proto2ffi -ScriptBlock {
                param($typed, $ast, $position)

            """;

    private static final String COMPLETION = """

                # Complete words before the cursor; the first is the program.
                $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
                $command = @($before | Select-Object -Skip 1 | Where-Object { $commands.Contains($_) }) + '' |
                    Select-Object -First 1

                $value = "$typed"
                $prefix = ''
                $option = if ($before.Count -gt 1) { $before[-1] } else { '' }
                if ($value -match '^(--[^=]+)=(.*)$') {
                    $option = $Matches[1]
                    $prefix = "$option="
                    $value = $Matches[2]
                }

                $result = {
                    param($text, $kind, $tip)
                    [System.Management.Automation.CompletionResult]::new($text, $text, $kind, $tip)
                }
                # Offers what a value can be: words, directories, or files whose names end in something.
                $offer = {
                    param($what)
                    $kind, $rest = $what -split ':', 2
                    if ($kind -eq 'words') {
                        $rest -split ' ' | Where-Object { $_ -like "$value*" } |
                            ForEach-Object { & $result "$prefix$_" 'ParameterValue' $_ }
                    } elseif ($kind -ne 'text') {
                        [System.Management.Automation.CompletionCompleters]::CompleteFilename($value) | Where-Object {
                            $_.ResultType -eq 'ProviderContainer' -or
                                ($kind -eq 'file' -and $_.ListItemText -like "*$rest")
                        } | ForEach-Object {
                            [System.Management.Automation.CompletionResult]::new(
                                "$prefix$($_.CompletionText)", $_.ListItemText, $_.ResultType, $_.ToolTip)
                        }
                    }
                }

                $known = $options[$command]
                if ($known.Contains($option) -and $known[$option][0]) {
                    & $offer $known[$option][0]
                } elseif ($value.StartsWith('-')) {
                    $known.Keys | Where-Object { $_ -clike "$value*" } |
                        ForEach-Object { & $result $_ 'ParameterName' $known[$_][1] }
                } elseif ($command) {
                    & $offer $operands[$command]
                } else {
                    $commands.Keys | Where-Object { $_ -like "$value*" } |
                        ForEach-Object { & $result $_ 'ParameterValue' $commands[$_] }
                }
            }
            """;

    private final StringBuilder out = new StringBuilder(HEADER);

    private PowerShellScript() {}

    static String of(CommandEntry root) {
        return new PowerShellScript().script(root);
    }

    private String script(CommandEntry root) {
        table("commands");
        for (CommandEntry command : root.commands()) {
            row(2, command.name(), Quoting.powerShell(command.summary()));
        }
        end();
        out.append("    # By command and name: what the value can be, empty for a flag, and what the option is for.\n");
        out.append("    # Names differ by case, such as -v and -V, which keys of ordinary tables don't.\n");
        out.append("    $options = @{}\n");
        options("", root);
        root.commands().forEach(command -> options(command.name(), command));
        table("operands");
        for (CommandEntry command : root.commands()) {
            String what = command.operands().isEmpty()
                    ? "text"
                    : what(command.operands().get(0).values());
            row(2, command.name(), Quoting.powerShell(what));
        }
        end();
        return out.append(COMPLETION).toString();
    }

    private void options(String command, CommandEntry entry) {
        out.append("    $of = [System.Collections.Specialized.OrderedDictionary]::new([StringComparer]::Ordinal)\n");
        for (Argument option : entry.options()) {
            for (String name : option.names()) {
                out.append("    $of[").append(Quoting.powerShell(name)).append("] = @(");
                out.append(Quoting.powerShell(what(option.values()))).append(", ");
                out.append(Quoting.powerShell(option.brief())).append(")\n");
            }
        }
        out.append("    $options[").append(Quoting.powerShell(command)).append("] = $of\n");
    }

    private void table(String name) {
        out.append("    $").append(name).append(" = [ordered]@{\n");
    }

    private void row(int depth, String key, String value) {
        out.append("    ".repeat(depth))
                .append(Quoting.powerShell(key))
                .append(" = ")
                .append(value)
                .append('\n');
    }

    private void end() {
        out.append("    }\n");
    }

    private static String what(Values values) {
        return switch (values.kind()) {
            case NONE -> "";
            case TEXT -> "text";
            case WORDS -> "words:" + String.join(" ", values.words());
            case DIRECTORY -> "directory";
            case FILE -> "file:" + values.suffix();
        };
    }
}
