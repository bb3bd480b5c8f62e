# Prints what PowerShell offers for a command line: complete.ps1 SCRIPT LINE.
param($script, $line)
Invoke-Expression (Get-Content -Raw $script)
(TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
