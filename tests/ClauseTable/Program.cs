using WorkflowAccountability.ClauseTable;
using WorkflowAccountability.Procedure.Regulation;

var top = args is [var named] ? named : Directory.GetCurrentDirectory();
if (!Directory.Exists(Path.Combine(top, "src")) || !Directory.Exists(Path.Combine(top, "tests")))
{
    Console.Error.WriteLine($"usage: clauses [TOP]; there are no folders src and tests in '{top}'.");
    return 2;
}
var table = ClauseCoverage.Of(top, Checklist.Shipped);
foreach (var line in table.Lines)
{
    Console.WriteLine($"{(line.IsEmpty ? "EMPTY" : "ok   ")} {line.Row.Citation} {line.Row.Words}  {line.Row.Asks}");
    foreach (var place in line.Code)
        Console.WriteLine($"        code  {place}");
    foreach (var test in line.Tests)
        Console.WriteLine($"        test  {test}");
}
foreach (var stray in table.Strays)
    Console.WriteLine($"STRAY {stray}");
Console.WriteLine($"{table.Done}/{table.Lines.Count} clauses with code and test");
return table.Done == table.Lines.Count && table.Strays.Count == 0 ? 0 : 1;
