using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Tests.Stages;

public sealed partial class StageTextsTests
{
    private static readonly IReadOnlyList<Stage> stages = new StageCatalog().All;

    private static readonly (string Language, CultureInfo Culture)[] languages =
        [("zh-CN", CultureInfo.InvariantCulture), ("en", CultureInfo.GetCultureInfo("en"))];

    [Fact]
    public void Every_stage_outcome_seat_field_and_choice_has_a_name_in_both_languages()
    {
        var wanted = stages.SelectMany(stage => KeysOf(stage).Select(keys => (stage, keys))).ToList();

        wanted.Count.ShouldBeGreaterThan(200, "the test must see the stages and their forms, or it protects nothing");
        languages.SelectMany(language => wanted
                .Where(want => !want.keys.Any(key =>
                    Has(want.stage.GetType(), key, language.Culture) || Has(typeof(FormTexts), key, language.Culture)))
                .Select(want => $"{want.stage.GetType().Name} {language.Language}: {want.keys[0]}"))
            .ShouldBeEmpty("add the text to the .resx and .en.resx beside the stage, or to FormTexts where several forms share it");
    }

    [Fact]
    public void Every_text_that_the_sources_ask_for_exists_in_both_languages()
    {
        var types = typeof(Stage).Assembly.GetTypes().Where(type => !type.IsGenericType).ToLookup(type => type.Name);
        var asked = SourceFiles.Below("src/Procedure", "*.cs").Concat(SourceFiles.Below("src/Procedure", "*.razor"))
            .SelectMany(file => AskedText().Matches(File.ReadAllText(file)))
            .Select(match => (Type: match.Groups[1].Value, Key: match.Groups[2].Value)).Distinct().ToList();

        asked.Count.ShouldBeGreaterThan(100, "the test must see the texts in the sources, or it protects nothing");
        languages.SelectMany(language => asked
                .Where(text => !types[text.Type].Any(type => Has(type, text.Key, language.Culture)))
                .Select(text => $"{language.Language}: {text.Type} {text.Key}"))
            .ShouldBeEmpty("add the text to the .resx and .en.resx beside the type");
    }

    [Fact]
    public void Both_languages_have_the_same_keys_with_the_same_numbered_places_and_no_empty_text()
    {
        var files = SourceFiles.Below("src/Procedure", "*.resx")
            .Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();

        files.Count.ShouldBeGreaterThan(10, "the test must see the texts, or it protects nothing");
        files.SelectMany(file =>
                Differences(Path.GetFileNameWithoutExtension(file), TextsIn(file), TextsIn(Path.ChangeExtension(file, ".en.resx"))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_stage_and_every_field_cites_a_clause_of_the_regulation_or_says_that_it_is_internal_or_by_analogy()
    {
        var fields = stages.SelectMany(stage => stage.Forms).SelectMany(TypesIn).Distinct().SelectMany(FieldsOf);
        var citations = stages.Select(stage => (Where: stage.About.Type, stage.About.Citation))
            .Concat(fields.Select(field => (Where: Name(field), field.GetCustomAttribute<FieldAttribute>()!.Citation))).ToList();

        citations.Count.ShouldBeGreaterThan(100, "the test must see the fields, or it protects nothing");
        Citations.IsSound("第九十九条").ShouldBeFalse("the test must know a false citation when it sees one");
        citations.Where(cited => !Citations.IsSound(cited.Citation)).Select(cited => $"{cited.Where}: {cited.Citation}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_property_of_a_form_is_a_field_with_a_clause()
    {
        var properties = stages.SelectMany(stage => stage.Forms).Distinct().SelectMany(TypesIn).Distinct()
            .SelectMany(type => type.GetProperties()).Where(property => property.CanWrite).ToList();

        properties.ShouldNotBeEmpty("the test must see the forms, or it protects nothing");
        properties.Where(property => property.GetCustomAttribute<FieldAttribute>() is null)
            .Select(Name).ShouldBeEmpty("add [Field(\"clause\")], or the page does not show it");
    }

    private static IEnumerable<string[]> KeysOf(Stage stage) =>
    [
        ["Title"],
        .. stage.Outcomes.Select(outcome => new[] { $"Outcome.{outcome}" }),
        .. SeatsOf(stage.GetType()).Select(seat => new[] { $"Seat.{seat}" }),
        .. stage.Forms.SelectMany(TypesIn).Distinct().SelectMany(KeysOf),
    ];

    private static IEnumerable<string[]> KeysOf(Type form) => FieldsOf(form)
        .Select(field => new[] { Name(field), $"{field.DeclaringType!.Name}.{field.Name}" })
        .Concat(FieldsOf(form).Select(field => Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType)
            .Where(type => type.IsEnum).Distinct()
            .SelectMany(choices => Enum.GetNames(choices).Select(name => new[] { $"{choices.Name}.{name}" })));

    private static string Name(PropertyInfo property) => $"{property.ReflectedType!.Name}.{property.Name}";

    // A stage with several kinds of seats names them in constants.
    private static IEnumerable<string> SeatsOf(Type stage) => Lineage(stage)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var each = type; each is not null && each != typeof(Stage); each = each.BaseType)
            yield return each;
    }

    private static IEnumerable<Type> TypesIn(Type form) =>
        [form, .. FieldsOf(form).Select(RowOf).OfType<Type>().SelectMany(TypesIn)];

    private static Type? RowOf(PropertyInfo field) => field.PropertyType switch
    {
        { IsGenericType: true } list when typeof(IList).IsAssignableFrom(list) => Own(list.GetGenericArguments()[0]),
        var type => Own(type),
    };

    private static Type? Own(Type type) => type.IsClass && type != typeof(string) ? type : null;

    private static IEnumerable<PropertyInfo> FieldsOf(Type form) =>
        form.GetProperties().Where(property => property.GetCustomAttribute<FieldAttribute>() is not null);

    // Without the fallback to another language, which would hide what is missing.
    private static bool Has(Type type, string key, CultureInfo culture)
    {
        try
        {
            return new ResourceManager(type.FullName!, type.Assembly)
                .GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key) is not null;
        }
        catch (MissingManifestResourceException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> TextsIn(string resx) => !File.Exists(resx) ? []
        : XDocument.Load(resx).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Differences(string name, Dictionary<string, string> chinese, Dictionary<string, string> english) =>
    [
        .. chinese.Keys.Except(english.Keys).Select(key => $"{name}: {key} has no English text"),
        .. english.Keys.Except(chinese.Keys).Select(key => $"{name}: {key} has no Chinese text"),
        .. chinese.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{name}: {text.Key} is empty"),
        .. chinese.Keys.Intersect(english.Keys).Where(key => !PlacesIn(chinese[key]).SetEquals(PlacesIn(english[key])))
            .Select(key => $"{name}: {key} has other numbered places in English than in Chinese"),
    ];

    private static HashSet<string> PlacesIn(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    // A key that is put together while it runs cannot be read here.
    [GeneratedRegex(@"Text\.Of<(\w+)>\(""([^""]+)""\s*[,)]")]
    private static partial Regex AskedText();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}
