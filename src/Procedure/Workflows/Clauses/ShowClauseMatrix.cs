using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Workflows.Drafting;

namespace WorkflowAccountability.Procedure.Workflows.Clauses;

/// <summary>条款与环节对照表: which step of a version serves which clause, as a page, on paper, and as XLSX.</summary>
internal static class ShowClauseMatrix
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/definitions/{id}/clauses", (string id, int? version, Viewer viewer, AccountabilityDb db, Machinery machinery, CancellationToken cancellationToken) =>
            HandleAsync(id, version, viewer, db, machinery, (row, matrix) => Task.FromResult<IResult>(Pages.Page<ClauseMatrixPage>(
                new { Viewer = viewer.Actor, Row = row, Matrix = matrix })), cancellationToken));
        site.MapGet("/definitions/{id}/clauses/export", (string id, int? version, Viewer viewer, AccountabilityDb db, Machinery machinery, CancellationToken cancellationToken) =>
            HandleAsync(id, version, viewer, db, machinery, (row, matrix) => Spreadsheet.DownloadAsync(
                Lines(matrix), T("File", row.Version).ToString(), viewer.Now, cancellationToken), cancellationToken));
    }

    /// <summary>A step's name: the designer's words in Chinese, else the stage's.</summary>
    internal static string NameOf(MatrixStep step) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" && step.DisplayText is { Length: > 0 } words ? words : step.StageTitle?.ToString() ?? step.DisplayText ?? step.ActivityId;

    /// <summary>What is said of a clause that no step serves; nothing of any other.</summary>
    internal static string RemarkOf(MatrixRow row) => !row.HasNoStep ? "" : row.Beside.Count == 0 ? T("NoStep").ToString()
        : T("NoStep.Beside", string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "、" : ", ", row.Beside.Select(place => T("Beside." + place).ToString()))).ToString();

    private static async Task<IResult> HandleAsync(string id, int? version, Viewer viewer, AccountabilityDb db, Machinery machinery,
        Func<WorkflowDefinitionVersion, ClauseMatrix, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        var row = !DraftingRights.MayView(viewer.Actor) ? null : await db.Definitions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.DefinitionId == id && (version == null ? row.IsLatest : row.Version == version), cancellationToken);
        if (row is null)
            return Pages.NotFound(viewer.Actor);
        try
        {
            return await answer(row, ClauseMatrix.Of(machinery.Definitions.Reader.Read(DefinitionDocument.Export(row.Json)), machinery.Stages));
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return Pages.Answered(DraftingRights.Refuse("CannotRun", FaultWords.All(broken)), viewer.Actor);
        }
    }

    // A column for each step, named by its number too: two steps may be called the same.
    private static List<Dictionary<string, object?>> Lines(ClauseMatrix matrix) =>
    [
        .. matrix.Rows.Select(row =>
        {
            var line = new Dictionary<string, object?> { [T("Clause").ToString()] = row.Citation, [T("Words").ToString()] = row.Words };
            foreach (var step in matrix.Steps)
                line[$"{step.Number} {NameOf(step)}"] = row.By[step.Number - 1] is var service and not Service.None ? T("Service." + service).ToString() : "";
            line[T("Remark").ToString()] = RemarkOf(row);
            return line;
        }),
        Foot(matrix),
    ];

    private static Dictionary<string, object?> Foot(ClauseMatrix matrix)
    {
        var line = new Dictionary<string, object?> { [T("Clause").ToString()] = T("Basis").ToString(), [T("Words").ToString()] = RegulationText.Current.DocumentNumber };
        foreach (var step in matrix.Steps)
            line[$"{step.Number} {NameOf(step)}"] = step.Citation;
        line[T("Remark").ToString()] = "";
        return line;
    }

    private static Text T(string key, params IReadOnlyList<object?> arguments) => Text.Of<ClauseMatrixTexts>(key, arguments);
}
