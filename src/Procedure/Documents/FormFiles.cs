using System.Collections;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>The files that a form names, and how they become documents of the case in the command that takes the form in.</summary>
internal static class FormFiles
{
    /// <summary>The ids in every field of files, nested forms and rows included.</summary>
    public static IEnumerable<string> In(object form)
    {
        foreach (var field in FormPlan.Of(form).Fields)
            foreach (var id in field.Asked.From is ChoiceList.Files ? Ids(field, form) : Nested(field, form).SelectMany(In))
                yield return id;
    }

    /// <summary>
    /// Makes documents of the form's staged files; what is a document of the case already stays one. Refuses what was never uploaded by this
    /// person for this item, or is there no more.
    /// </summary>
    public static async Task<(IReadOnlyList<Document> Documents, IReadOnlyList<Ruling> Refusals)> LinkAsync(
        CommandScope scope, CaseFile file, WorkItem item, object form, CancellationToken cancellationToken)
    {
        var linked = new List<Document>();
        foreach (var id in In(form).Distinct())
        {
            if (file.Documents.Exists(document => document.Id == id && (!document.Walled || item.Walled || document.PersonId == scope.Actor.PersonId)))
                continue;
            if (await scope.Db.StagedFiles.FindAsync([id], cancellationToken) is not { } staged
                || staged.PersonId != scope.Actor.PersonId || staged.Target != item.Id)
                return ([], [Ruling.Refuse(Citations.InternalStep, Text.Of<DocumentTexts>("Gone.Reason"), Text.Of<DocumentTexts>("Gone.Remedy"))]);
            linked.Add(Document.Of(staged, file, scope.Actor, scope.Now, item.Walled,
                item.Walled ? DocumentLabel.WorkSecret : DocumentLabel.Internal, item: item));
            scope.Db.Remove(staged);
        }
        file.Documents.AddRange(linked);
        return (linked, []);
    }

    private static IEnumerable<string> Ids(FormField field, object form) => (IEnumerable<string>?)field.Read(form) ?? [];

    private static IEnumerable<object> Nested(FormField field, object form) => field.Inner is null ? [] : field.Read(form) switch
    {
        null => [],
        IEnumerable rows => rows.Cast<object>(),
        var nested => [nested],
    };
}
