using System.Reflection;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.DataPrep.Expressions;
using Aep.Sdk.TestSupport;

namespace Aep.Sdk.Emulator.Tests.DataPrep;

/// <summary>Every function of Adobe's page is there, or is refused by its name.</summary>
public sealed class DocumentedFunctionTests
{
    private static readonly string[] Implemented =
    [
        // String
        "concat", "explode", "instr", "replacestr", "substr", "lower", "lcase", "upper", "ucase", "split", "join", "lpad", "rpad", "left",
            "right",
        "ltrim", "rtrim", "trim", "equals", "equalsIgnoreCase",
        // Regular expression, hashing, URL
        "extract_regex", "matches_regex", "sha1", "sha256", "sha512", "md5", "crc32",
        "get_url_protocol", "get_url_host", "get_url_port", "get_url_path", "get_url_query_str", "get_url_encoded", "get_url_decoded",
        // Date and time
        "now", "timestamp", "format", "dformat", "date", "date_part", "set_date_part", "make_date_time", "make_timestamp",
            "zone_date_to_utc", "zone_date_to_zone",
        // Hierarchies: objects, arrays, maps
        "is_empty", "arrays_to_object", "to_object", "str_to_object", "get", "contains_key", "is_set", "nullify", "get_keys", "get_values",
            "size_of",
        "map_get_values", "map_has_keys", "add_to_map", "object_to_map", "array_to_map", "to_map",
        "coalesce", "first", "last", "add_to_array", "join_arrays", "to_array", "upsert_array_append", "upsert_array_replace",
        "array_to_string", "filterArray", "transformArray", "flattenArray",
        // Logical, aggregation, conversions, JSON, special
        "decode", "iif", "min", "max", "to_bigint", "to_decimal", "to_float", "to_integer", "json_to_object", "uuid", "guid",
        // Analytics
        "aa_get_event_id", "aa_get_event_value", "aa_get_product_categories", "aa_get_product_names", "aa_get_product_quantity",
        "aa_get_product_price", "aa_get_product_event_values", "aa_get_product_evars",
    ];

    private static readonly string[] Refused =
    [
        "ua_os_name", "ua_os_version_major", "ua_os_version", "ua_os_name_version", "ua_agent_version", "ua_agent_version_major",
            "ua_agent_name",
        "ua_device_class", "fpid_to_ecid",
    ];

    [Fact]
    public void The_functions_are_those_of_the_page() =>
        Assert.Equal(
            Implemented.Order(StringComparer.Ordinal), Functions.All.Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_function_is_in_an_example_with_its_result()
    {
        string[] examples =
        [
            .. from tests in new[] { typeof(ExpressionTests), typeof(HierarchyFunctionTests) }
               from method in tests.GetMethods()
               where !method.Name.StartsWith("What_", StringComparison.Ordinal)
               from row in method.GetCustomAttributes<InlineDataAttribute>()
               select (string)row.GetData(method).Single()[0],
        ];
        Assert.DoesNotContain(Implemented, name => !examples.Any(example => example == name || Regex.IsMatch(example, $@"\b{name}\(")));
    }

    [Fact]
    public void The_documentation_names_those_that_work_and_those_that_do_not()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "emulator.md")).ReplaceLineEndings("\n");
        string section = page[page.IndexOf("\n## Functions of Data Prep\n", StringComparison.Ordinal)..];
        string[] rows = [.. section.Split('\n').SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))];
        ILookup<bool, string> byRefusal = rows.Skip(2).ToLookup(row => row.StartsWith("| Refused", StringComparison.Ordinal));
        Assert.Equal(Implemented.Order(StringComparer.Ordinal), Names(byRefusal[false]));
        Assert.Equal(Refused.Order(StringComparer.Ordinal), Names(byRefusal[true]));
    }

    [Fact]
    public void Every_function_says_how_it_is_used()
    {
        foreach (Function function in Functions.All)
            ExpressionParser.Parse(function.Example);
    }

    [Fact]
    public void The_others_are_refused_by_name()
    {
        Assert.Equal(Refused.Order(StringComparer.Ordinal), RefusedFunctions.Reasons.Keys.Order(StringComparer.Ordinal));
        foreach (string name in Refused)
        {
            string message = Assert.Throws<ExpressionException>(() => ExpressionParser.Parse($"{name}(userAgent)")).Message;
            Assert.Contains(name, message);
            Assert.Contains("not supported by the local platform", message);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<string> rows) =>
        rows.SelectMany(row => Regex.Matches(row, "`([A-Za-z0-9_]+)`")).Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);
}
