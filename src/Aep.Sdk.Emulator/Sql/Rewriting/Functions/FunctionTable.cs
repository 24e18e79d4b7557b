namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// All functions that are translated, and those that are known and not supported. The rest is the engine's own or a macro of it.
/// </summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, FunctionTranslation> Translations = new(
        AdobeFunctions.All.Concat(AttributionFunctions.All).Concat(SparkAggregates.All).Concat(SparkConstructors.All)
            .Concat(SparkTimes.All).Concat(TimeWindow.All).Concat(TypedMacros.All).Concat(SparkCasts.All).Concat(HigherOrderFunctions.All));

    private static readonly HashSet<string> Unsupported =
    [
        "session_window", "histogram_numeric", "hll_build_agg", "hll_merge_agg", "hll_merge_count_agg", "hll_estimate",
        "fetch_from_endpoint", "input_file_name", "java_method", "reflect",
        "model_evaluate", "model_predict",
        // What CREATE MODEL … TRANSFORM knows.
        "numeric_imputer", "string_imputer", "boolean_imputer", "vector_assembler", "binarizer", "bucketizer", "min_max_scaler",
        "max_abs_scaler", "normalizer", "quantile_discretizer", "standard_scaler", "string_indexer", "one_hot_encoder", "count_vectorizer",
        "ngram", "stop_words_remover", "tf_idf", "tokenizer", "word2vec", "feature_hasher", "chi_square_selector",
    ];

    /// <summary>The names of the translated functions, Adobe's among them.</summary>
    public static IEnumerable<string> Names => Translations.Keys;

    public static FunctionTranslation? Find(string name) => Translations.GetValueOrDefault(name);

    public static void CheckSupported(string name, int position)
    {
        if (Unsupported.Contains(name))
            throw SqlErrorException.NotSupported($"the function {name}", position);
    }
}
