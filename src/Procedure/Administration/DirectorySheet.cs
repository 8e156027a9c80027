using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>
/// A workbook of changes: a sheet per kind, named like it, with the labels of its form as headings, in either language. A row is bound and
/// validated like the form that a person fills in; every mistake is reported with its sheet and row.
/// </summary>
internal static class DirectorySheet
{
    private const int MostRows = 5000;

    private static readonly CultureInfo[] languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    // In the order in which they lean on each other: a post needs its person and its body.
    private static readonly Type[] kinds = [typeof(AddOrganisation), typeof(RenameOrganisation), typeof(AddPerson), typeof(GivePost), typeof(BindRole)];

    /// <summary>An empty workbook to fill in.</summary>
    public static byte[] Template()
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(kinds.ToDictionary(kind => Title(kind).ToString(), kind => (object)new[]
        {
            FormPlan.Of(kind).Fields.ToDictionary(field => Label(kind, field.Name).ToString(), _ => (object)""),
        }));
        return bytes.ToArray();
    }

    /// <summary>Reads a workbook.</summary>
    public static Reading Read(Stream workbook)
    {
        try
        {
            var sheets = workbook.GetSheetNames();
            var (changes, places, faults) = (new List<DirectoryChange>(), new List<string>(), new List<(string, Text)>());
            faults.AddRange(sheets.Where(sheet => !Array.Exists(kinds, kind => Names(kind).Contains(sheet)))
                .Select(sheet => (sheet, Text.Of<AdministrationTexts>("Import.UnknownSheet", string.Join("、", kinds.Select(Title))))));
            foreach (var kind in kinds)
                foreach (var sheet in sheets.Where(Names(kind).Contains))
                    ReadSheet(workbook, kind, sheet, changes, places, faults);
            if (changes.Count + faults.Count == 0)
                faults.Add(("", Text.Of<AdministrationTexts>("Import.Empty")));
            return new Reading(changes, places, faults);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or NotSupportedException or InvalidOperationException or ArgumentException or IOException or KeyNotFoundException)
        {
            return new Reading([], [], [("", Text.Of<AdministrationTexts>("Import.NoWorkbook"))]);
        }
    }

    private static void ReadSheet(
        Stream workbook, Type kind, string sheet, List<DirectoryChange> changes, List<string> places, List<(string, Text)> faults)
    {
        workbook.Position = 0;
        var number = 1;
        foreach (IDictionary<string, object?> row in workbook.Query(useHeaderRow: true, sheetName: sheet))
        {
            number++;
            var cells = row.Select(cell => (Heading: cell.Key.Trim(), Value: Cell(cell.Value))).Where(cell => cell.Value.Length > 0).ToList();
            if (cells.Count == 0)
                continue;
            var place = Text.Of<AdministrationTexts>("Import.Place", sheet, number).ToString();
            if (changes.Count >= MostRows)
            {
                faults.Add((place, Text.Of<AdministrationTexts>("Import.TooMany", MostRows)));
                return;
            }
            var binding = FormBinder.Bind(kind, cells.Select(cell => KeyValuePair.Create(PropertyOf(kind, cell.Heading), Value(kind, cell.Heading, cell.Value))).DistinctBy(field => field.Key));
            faults.AddRange(binding.Errors.Select(error => ($"{place} · {Label(kind, error.Path)}", error.Message)));
            if (binding.Form is DirectoryChange change)
            {
                changes.Add(change);
                places.Add(place);
            }
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };

    // A choice may stand as it is shown; 2026/3/1 is a day too.
    private static string Value(Type kind, string heading, string value)
    {
        var type = kind.GetProperty(PropertyOf(kind, heading))?.PropertyType;
        var scalar = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (scalar == typeof(DateOnly) && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day))
            return Dates.Said(day);
        if (scalar is { IsEnum: true })
            return Enum.GetNames(scalar).FirstOrDefault(name => Array.Exists(languages, language =>
                Text.Of<AdministrationTexts>($"{scalar.Name}.{name}").In(language) == value)) ?? value;
        return heading.Length > 0 && PropertyOf(kind, heading) == nameof(BindRole.Role) ? Roles.All.FirstOrDefault(role => role.Chinese == value)?.Code ?? value : value;
    }

    private static string PropertyOf(Type kind, string heading) => FormPlan.Of(kind).Fields.Select(field => field.Name)
        .FirstOrDefault(name => name == heading || Array.Exists(languages, language => Label(kind, name).In(language) == heading)) ?? heading;

    private static IEnumerable<string> Names(Type kind) => languages.Select(Title(kind).In);

    private static Text Title(Type kind) => Text.Of<AdministrationTexts>($"Sheet.{kind.Name}");

    private static Text Label(Type kind, string property) => Text.Of<AdministrationTexts>($"{kind.Name}.{property}");

    /// <summary>What a workbook says.</summary>
    /// <param name="Places">For each change, its sheet and row in words.</param>
    /// <param name="Faults">What cannot be read, with its place.</param>
    public sealed record Reading(IReadOnlyList<DirectoryChange> Changes, IReadOnlyList<string> Places, IReadOnlyList<(string Place, Text Message)> Faults);
}
