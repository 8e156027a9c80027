using System.Collections;
using System.Globalization;
using System.Reflection;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class EntryTextsTests
{
    [Fact]
    public void Every_kind_of_entry_field_and_choice_has_a_name_in_both_languages_and_a_sound_clause()
    {
        EntryCatalog.All.Count.ShouldBeGreaterThan(10, "the test must see the kinds, or it protects nothing");
        EntryCatalog.All.SelectMany(kind => new[] { "zh-CN", "en" }.SelectMany(language => KeysOf(kind).Where(key => !Has(kind.GetType(), key, language) && !Has(typeof(FormTexts), key, language))
                .Select(key => $"{kind.GetType().Name} {language}: {key}")))
            .ShouldBeEmpty("add the text to the .resx and .en.resx beside the kind");
        EntryCatalog.All.SelectMany(kind => TypesIn(kind.Form).SelectMany(FieldsOf).Select(field => field.GetCustomAttribute<FieldAttribute>()!.Citation).Append(kind.Citation))
            .Where(citation => !Citations.IsSound(citation)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_property_of_an_entrys_form_is_a_field_with_a_clause() =>
        EntryCatalog.All.SelectMany(kind => TypesIn(kind.Form)).Distinct().SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite && property.GetCustomAttribute<FieldAttribute>() is null).ShouldBeEmpty();

    private static IEnumerable<string> KeysOf(EntryKind kind) =>
    [
        "Title", "Lead",
        .. TypesIn(kind.Form).SelectMany(type => FieldsOf(type).Select(field => $"{type.Name}.{field.Name}")),
        .. TypesIn(kind.Form).SelectMany(FieldsOf).Select(field => Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType)
            .Where(type => type.IsEnum).Distinct().SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")),
    ];

    private static IEnumerable<Type> TypesIn(Type form) => [form, .. FieldsOf(form).Select(field => field.PropertyType)
        .Where(type => type.IsGenericType && typeof(IList).IsAssignableFrom(type)).Select(type => type.GetGenericArguments()[0]).Where(type => type.IsClass && type != typeof(string))];

    private static IEnumerable<PropertyInfo> FieldsOf(Type form) => form.GetProperties().Where(property => property.GetCustomAttribute<FieldAttribute>() is not null);

    private static bool Has(Type type, string key, string language) => Text.Exists(type, key, CultureInfo.GetCultureInfo(language));
}
