using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Documents.Search;

/// <summary>The answers of a form as people read them, each with what was asked.</summary>
/// <param name="texts">The stage beside which the labels lie.</param>
/// <param name="day">The day whose names of offices hold.</param>
/// <param name="files">The names of the files that the reader may know of, by their ids.</param>
internal sealed class FormLines(Type texts, OrganisationDirectory directory, DateOnly day, IReadOnlyDictionary<string, string> files)
{
    /// <summary>The lines of a form, those of its rows among them.</summary>
    public IEnumerable<(string Label, string Answer)> Of(object form)
    {
        var plan = FormPlan.Of(form);
        var view = new FormView(plan, texts, new FormValues((object?)null), [], (_, _) => []);
        return plan.Fields.SelectMany(field => ValuesOf(field, field.Read(form)).SelectMany(value => field.Inner is null
            ? Shown(field, value, view) is { Length: > 0 } shown ? [(view.Label(field).ToString(), shown)] : Array.Empty<(string, string)>()
            : Of(value)));
    }

    private static IEnumerable<object> ValuesOf(FormField field, object? value) => value is null ? []
        : FormBinder.RowType(field.Type) is not null ? ((System.Collections.IEnumerable)value).OfType<object>() : [value];

    private string Shown(FormField field, object value, FormView view) => value switch
    {
        bool => "",
        _ when view.PlainOf(value) is { } plain => plain,
        _ => field.Asked.From switch
        {
            ChoiceList.None => value.ToString()!,
            ChoiceList.People or ChoiceList.Members => directory.NameOfPerson(value.ToString()!),
            ChoiceList.Organisations => directory.NameOf(value.ToString()!, day),
            ChoiceList.Files => files.GetValueOrDefault(value.ToString()!, ""),
            // What refers to another part of the file is found there.
            _ => "",
        },
    };
}
