using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>How answers become pages.</summary>
public static class Pages
{
    /// <summary>Parameters of a page.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new(parameters) { StatusCode = status };

    /// <summary>A page that says what is wrong, why, and the way out; its texts are <c>Key.Title</c>, <c>Key.Reason</c>, <c>Key.Remedy</c>.</summary>
    public static RazorComponentResult<ProblemPage> Problem(string key, int status, Actor? viewer, params object?[] remedy) => Page<ProblemPage>(new
    {
        Title = Text.Of<SiteTexts>(key + ".Title"),
        Reason = Text.Of<SiteTexts>(key + ".Reason"),
        Remedy = Text.Of<SiteTexts>(key + ".Remedy", remedy),
        Viewer = viewer,
    }, status);

    /// <summary>There is no such thing for this person.</summary>
    public static RazorComponentResult<ProblemPage> NotFound(Actor? viewer) => Problem("NotFound", StatusCodes.Status404NotFound, viewer);

    /// <summary>From a list one goes back to the list, as it was filtered; all else is answered as always.</summary>
    public static IResult Returned(Answer answer, IFormCollection posted, Func<Answer, IResult> otherwise) =>
        answer is Answer.Done && SeeOther.ReturnOf(posted) is { } there ? new SeeOther(there) : otherwise(answer);

    /// <summary>The answers that look alike wherever they come from.</summary>
    public static IResult Answered(Answer answer, Actor viewer) => answer switch
    {
        Answer.Done done => new SeeOther(done.Path),
        Answer.NotFound => NotFound(viewer),
        Answer.IdReused => Problem("IdReused", StatusCodes.Status422UnprocessableEntity, viewer),
        Answer.Refused refused => Page<WorkItems.RefusedPage>(new { Rulings = refused.Rulings, Viewer = viewer }, StatusCodes.Status422UnprocessableEntity),
        Answer.TooLate { Item: var item } => Page<WorkItems.ConflictPage>(new { Item = item, Viewer = viewer }, StatusCodes.Status409Conflict),
        Answer.Stale { Item: var item } => Page<WorkItems.ConflictPage>(new { Item = item, Viewer = viewer }, StatusCodes.Status409Conflict),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "An answer without a page."),
    };
}
