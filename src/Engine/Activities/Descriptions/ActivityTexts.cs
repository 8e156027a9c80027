using System.Globalization;
using System.Resources;

namespace WorkflowAccountability.Engine.Activities.Descriptions;

/// <summary>The texts of the types that are built in: zh-CN in the <c>.resx</c> beside this file, English in the <c>.en.resx</c>.</summary>
internal static class ActivityTexts
{
    private static readonly ResourceManager texts = new(typeof(ActivityTexts).FullName!, typeof(ActivityTexts).Assembly);

    /// <summary>What <see cref="DescriptorTexts"/> asks for, of a type.</summary>
    public static string? Of(ActivityDescriptor descriptor, string key, CultureInfo culture)
    {
        var type = descriptor.TypeName[(descriptor.TypeName.LastIndexOf('.') + 1)..];
        return key.Split('.') switch
        {
            ["Name"] => Text(type),
            ["Help"] => Text($"{type}.Help"),
            ["Category"] => Text($"Category.{descriptor.Category}"),
            ["Ports", var port] => Text($"{type}.{port}") ?? Text($"Port.{port}"),
            ["Inputs" or "Outputs", var name] => Text($"{type}.{name}"),
            ["Inputs" or "Outputs", var name, "Help"] => Text($"{type}.{name}.Help"),
            ["Inputs", _, var choice] => Text($"Choice.{choice}"),
            _ => null,
        };

        string? Text(string name) => texts.GetString(name, culture);
    }
}
