package io.github.cdk8sflink.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * A small stateful job that knows when it has lost state.
 *
 *     words FILE                   counts the words of a text and ends
 *     numbers [--until N] [--pause MILLIS] [--fail-at N]
 *                                  counts 0, 1, 2 … per last digit; for ever unless told otherwise
 *
 * In "numbers", number i is the (i / 10)th of its digit. A count that says otherwise means that state and position in the
 * source have come apart, and the job fails. What was counted is in the accumulators "counted" and, of words, "distinct".
 */
public final class CountJob {
    private CountJob() {}

    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        List<String> rest = new ArrayList<>(Arrays.asList(args));
        String mode = rest.remove(0);
        if (mode.equals("words")) {
            FileSource<String> text = FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(rest.get(0))).build();
            DataStream<String> words = env.fromSource(text, WatermarkStrategy.noWatermarks(), "text")
                .flatMap((String line, Collector<String> out) -> {
                    for (String word : line.toLowerCase().split("[^a-z]+")) if (!word.isEmpty()) out.collect(word);
                }).returns(String.class);
            words.keyBy(word -> word).process(new CountWords()).name("count").sinkTo(new DiscardingSink<>());
        } else if (mode.equals("numbers")) {
            long until = option(rest, "--until", Long.MAX_VALUE);
            long pause = option(rest, "--pause", 1);
            long failAt = option(rest, "--fail-at", -1);
            env.fromSource(new NumberSequenceSource(0, until - 1), WatermarkStrategy.noWatermarks(), "numbers").setParallelism(1)
                .map(number -> {
                    Thread.sleep(pause);
                    if (number == failAt) throw new IllegalStateException("told to fail at " + failAt);
                    return number;
                }).setParallelism(1)
                .keyBy(number -> number % 10).process(new CountNumbers()).name("count").uid("count").sinkTo(new DiscardingSink<>());
        } else {
            throw new IllegalArgumentException("words FILE | numbers [--until N] [--pause MILLIS] [--fail-at N]");
        }
        env.execute("count " + mode);
    }

    private static long option(List<String> args, String name, long otherwise) {
        int at = args.indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(args.get(at + 1));
    }

    /** Counts each word. */
    private static final class CountWords extends KeyedProcessFunction<String, String, Long> {
        private transient ValueState<Long> count;
        private final LongCounter counted = new LongCounter();
        private final LongCounter distinct = new LongCounter();

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
            getRuntimeContext().addAccumulator("counted", counted);
            getRuntimeContext().addAccumulator("distinct", distinct);
        }

        @Override
        public void processElement(String word, Context context, Collector<Long> out) throws Exception {
            if (count.value() == null) distinct.add(1L);
            count.update(count.value() == null ? 1 : count.value() + 1);
            counted.add(1L);
            out.collect(count.value());
        }
    }

    /** Counts the numbers of each last digit, and compares. */
    private static final class CountNumbers extends KeyedProcessFunction<Long, Long, Long> {
        private transient ValueState<Long> count;
        private final LongCounter counted = new LongCounter();

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
            getRuntimeContext().addAccumulator("counted", counted);
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
            long before = count.value() == null ? 0 : count.value();
            if (before != number / 10) {
                throw new IllegalStateException("state lost: number " + number + " is the " + number / 10 + "th of its digit, counted " + before);
            }
            count.update(before + 1);
            counted.add(1L);
            out.collect(before);
        }
    }
}
