using WorkflowAccountability.Procedure.Stages;
namespace WorkflowAccountability.CaseRunner;
internal static class Schema { public static string Write(StageCatalog stages) => stages.All.Count.ToString(System.Globalization.CultureInfo.InvariantCulture); }
